import type { CameraSignals, DialectId } from '../types/capture.js';

/** What one request came to. Holds no image, key, journey, header or body. */
export interface RelayLogEntry {
  /** `OTHER` for what is no method of RFC 9110. */
  readonly method: string;
  /** HTTP status of the relay's answer; 499 where the client went away before it. */
  readonly status: number;
  /** Size of the request's body as far as it was read. */
  readonly bytes: number;
  readonly durationMs: number;
  /** Why the relay itself refused; null where the vendor's answer was passed on, or a preflight answered. */
  readonly code: string | null;
  /** The same in words. */
  readonly reason?: string;
  /** The vendor's documented code for a journey that it did not make, `INCORRECT_PASSWORD` for example. */
  readonly vendorCode?: string;
  /** What a callback of the host or `fetch` threw. */
  readonly cause?: unknown;
}

/**
 * Where the journey of a portal dialect comes from. One journey serves one full flow of one user ("FAQ", EMAS
 * eKYC portal docs).
 *
 * - `create`: every post gets a new one, made with `account`. What the page sends is dropped.
 * - `from-page`: the page's `journeyId`, once `mayUseJourney` has agreed.
 * - a function: the host gives the one that it keeps for this person. What the page sends is dropped.
 */
export type JourneySource<Context> =
  'create' | 'from-page' | ((request: Request, context: Context | undefined) => string | Promise<string>);

/** At most `requests` posts within any `windowMs`, for each key. */
export interface RateLimit<Context> {
  /** 1 to 1000. */
  readonly requests: number;
  readonly windowMs: number;
  /**
   * Who is counted: a user's id, or the client's address as the host's own proxy tells it. A header that
   * clients can set themselves is no key.
   */
  readonly keyOf: (request: Request, context: Context | undefined) => string;
}

/**
 * Callbacks get the request as it came, with its body still to be read by the relay: they may look at its
 * headers, not at its body. `Context` is whatever the server hands over beside it.
 */
export interface RelayOptions<Context = unknown> {
  /** The vendor's base URL, without the path of the dialect. https, or http on localhost. */
  readonly upstream: string;
  /** The wire format; the element's attribute `dialect` must name the same one. */
  readonly dialect: DialectId;
  /** Needed by the dialects of individual OkayFace and OkayLive, sent along to the portal where it is given. */
  readonly apiKey?: string;
  /** Makes journeys ("Create JourneyID", EMAS eKYC portal docs); needed with `journey: 'create'`. */
  readonly account?: { readonly username: string; readonly password: string };
  /** Portal dialects only. Default: `create`. */
  readonly journey?: JourneySource<Context>;
  /** Whether this person may use this journey; needed with `journey: 'from-page'`. */
  readonly mayUseJourney?: (
    request: Request,
    journeyId: string,
    context: Context | undefined,
  ) => boolean | Promise<boolean>;
  /** Told of every journey that the relay makes, before the images are sent. */
  readonly onJourney?: (
    request: Request,
    journeyId: string,
    context: Context | undefined,
  ) => void | Promise<void>;
  /**
   * Told of the camera signals that the page sent in the header `okay-camera-signals`, before the images are sent. Hints,
   * and no proof: whoever runs the browser can make them up. They do not go on to the vendor.
   */
  readonly onSignals?: (
    request: Request,
    signals: CameraSignals,
    context: Context | undefined,
  ) => void | Promise<void>;
  /** Whether this person may post at all; asked before the body is read. Default: everybody may. */
  readonly authorise?: (request: Request, context: Context | undefined) => boolean | Promise<boolean>;
  /** Whether the page chooses `livenessDetection`, or it is always asked for. Default: `from-page`. */
  readonly liveness?: 'from-page' | 'always';
  /** Other origins whose pages may post, `https://app.example` for example. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Default: `defaultMaxBodyBytes` of the dialect. */
  readonly maxBodyBytes?: number;
  /** For the whole exchange, from the first byte of the request to the last of the answer. Default: 30 000. */
  readonly timeoutMs?: number;
  /** Default: no limit. */
  readonly rate?: RateLimit<Context>;
  /** Called once for every request. What it throws rejects the relay's promise. */
  readonly log?: (entry: RelayLogEntry) => void;
  /** Default: the platform's. */
  readonly fetch?: typeof fetch;
  /** Milliseconds since any moment. Default: `Date.now`. */
  readonly now?: () => number;
  /** Runs a function once, later, unless what it returns is called first. Default: the platform's timer. */
  readonly schedule?: (run: () => void, delayMs: number) => () => void;
}

/**
 * Answers a request to the relay's address. Web standards only: it runs wherever there are `Request`, `Response`
 * and `fetch`.
 *
 * @param context handed to the host's callbacks as it is: Node's request by the adapters, for example.
 */
export type Relay<Context = unknown> = (request: Request, context?: Context) => Promise<Response>;
