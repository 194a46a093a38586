import { dialectOf } from '../okayface/dialects.js';
import type { Dialect } from '../okayface/dialects.js';
import { isLocal } from '../okayface/endpoint.js';
import type { RelayOptions } from './options.js';

/** Options with every default filled in, and found to fit together. */
export interface Settings<Context> extends Pick<
  RelayOptions<Context>,
  'apiKey' | 'account' | 'mayUseJourney' | 'onJourney' | 'onSignals' | 'authorise' | 'rate' | 'log'
> {
  /** Without a slash at its end. */
  readonly upstream: string;
  readonly dialect: Dialect;
  /** Null where the dialect has no journeys. */
  readonly journey: NonNullable<RelayOptions<Context>['journey']> | null;
  readonly liveness: 'from-page' | 'always';
  readonly allowedOrigins: ReadonlySet<string>;
  readonly maxBodyBytes: number;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly schedule: (run: () => void, delayMs: number) => () => void;
}

export const DEFAULT_TIMEOUT_MS = 30_000;

/** "Request size exceed 5MB.", "Error List", EMAS eKYC portal docs; which megabyte it means is unsaid. */
const MAX_IMAGES_BYTES = 5 * 1024 * 1024;
/** Boundaries, headers of the parts and the text fields take under 2 kB. */
const ENVELOPE_BYTES = 64 * 1024;

/** The documented 5 MB and room for what wraps the images; as base64 the same images take a third more. */
export function defaultMaxBodyBytes({ body }: Pick<Dialect, 'body'>): number {
  const images = body === 'json-base64' ? Math.ceil(MAX_IMAGES_BYTES / 3) * 4 : MAX_IMAGES_BYTES;
  return images + ENVELOPE_BYTES;
}

const OPTION_NAMES: ReadonlySet<string> = new Set(
  Object.keys({
    upstream: true,
    dialect: true,
    apiKey: true,
    account: true,
    journey: true,
    mayUseJourney: true,
    onJourney: true,
    onSignals: true,
    authorise: true,
    liveness: true,
    allowedOrigins: true,
    maxBodyBytes: true,
    timeoutMs: true,
    rate: true,
    log: true,
    fetch: true,
    now: true,
    schedule: true,
  } satisfies Record<keyof RelayOptions, true>),
);

/**
 * Checks the options at start, so that a mistake shows there and not at the first person's photo. No message
 * repeats a value that may be secret.
 *
 * @throws {TypeError} naming the option that is missing, of the wrong kind, or does not fit the others.
 * @throws {RangeError} naming the option whose number is out of range.
 * @throws {CaptureError} `DIALECT_UNSUPPORTED`.
 */
export function settingsOf<Context>(options: RelayOptions<Context>): Settings<Context> {
  const unknown = Object.keys(options).find((name) => !OPTION_NAMES.has(name));
  if (unknown !== undefined) throw wrong(unknown, `is none. There are ${[...OPTION_NAMES].join(', ')}`);
  const dialect = dialectOf(options.dialect);
  checkCallbacks(options);
  checkCredentials(options, dialect);
  checkRate(options.rate);
  const { apiKey, account, mayUseJourney, onJourney, onSignals, authorise, rate, log } = options;
  return {
    ...given({ apiKey, account, mayUseJourney, onJourney, onSignals, authorise, rate, log }),
    upstream: upstreamOf(options.upstream),
    dialect,
    journey: journeyOf(options, dialect),
    liveness: livenessOf(options.liveness),
    allowedOrigins: new Set((options.allowedOrigins ?? []).map(originOf)),
    maxBodyBytes: whole('maxBodyBytes', options.maxBodyBytes ?? defaultMaxBodyBytes(dialect), 1, 100_000_000),
    timeoutMs: whole('timeoutMs', options.timeoutMs ?? DEFAULT_TIMEOUT_MS, 1, 600_000),
    // Called through the global object, which browsers' and workers' `fetch` insist on.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    now: options.now ?? (() => Date.now()),
    schedule: options.schedule ?? scheduleByTimer,
  };
}

function scheduleByTimer(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** The members that are there: an optional one that is `undefined` is not the same as none. */
function given<T extends object>(members: T): Given<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
}

function upstreamOf(upstream: string): string {
  let url: URL;
  try {
    url = new URL(upstream);
  } catch {
    throw wrong('upstream', 'is no absolute URL. Give the base URL that the vendor named to you');
  }
  if (url.username || url.password || url.search || url.hash) {
    throw wrong('upstream', 'has a user name, a password, a query or a fragment. Give the base URL only');
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal(url.hostname))) {
    throw wrong('upstream', 'is neither https nor http on localhost. It receives faces and ID cards');
  }
  return url.href.replace(/\/+$/, '');
}

function originOf(origin: string): string {
  const parsed = URL.canParse(origin) ? new URL(origin).origin : 'null';
  if (parsed === origin && parsed !== 'null') return origin;
  throw wrong('allowedOrigins', `has ${JSON.stringify(origin)}. Write origins like https://app.example`);
}

function checkCredentials<Context>(options: RelayOptions<Context>, { id, auth }: Dialect): void {
  const { apiKey, account } = options;
  if (apiKey !== undefined) checkText('apiKey', apiKey);
  if (account !== undefined) {
    checkText('account.username', account.username);
    checkText('account.password', account.password);
  }
  if (auth[0] === 'apiKey') {
    if (apiKey === undefined) throw wrong('apiKey', `is missing. The dialect ${id} identifies by it`);
    const journeys = ['account', 'journey', 'mayUseJourney', 'onJourney'] as const;
    const idle = journeys.find((name) => options[name] !== undefined);
    if (idle) throw wrong(idle, `has no use: the dialect ${id} has no journeys. Leave it out`);
  }
}

function journeyOf<Context>(
  { journey = 'create', account, mayUseJourney, onJourney }: RelayOptions<Context>,
  { auth }: Dialect,
): Settings<Context>['journey'] {
  if (auth[0] === 'apiKey') return null;
  if (typeof journey !== 'function' && journey !== 'create' && journey !== 'from-page') {
    throw wrong('journey', 'is none of create, from-page or a function');
  }
  if (journey === 'create') {
    if (!account) throw wrong('account', "is missing. journey 'create' makes journeys with it");
  } else {
    if (account) throw wrong('account', "has no use: only journey 'create' makes journeys. Leave it out");
    if (onJourney) throw wrong('onJourney', "has no use: only journey 'create' makes journeys. Leave it out");
  }
  if (journey === 'from-page') {
    if (!mayUseJourney) {
      throw wrong(
        'mayUseJourney',
        "is missing. With journey 'from-page' it keeps people to their own journeys",
      );
    }
  } else if (mayUseJourney) {
    throw wrong('mayUseJourney', "has no use without journey 'from-page'. Leave it out");
  }
  return journey;
}

function livenessOf(liveness: RelayOptions['liveness'] = 'from-page'): 'from-page' | 'always' {
  if (liveness === 'from-page' || liveness === 'always') return liveness;
  throw wrong('liveness', 'is neither from-page nor always');
}

function checkCallbacks(options: RelayOptions<never>): void {
  const names = [
    'mayUseJourney',
    'onJourney',
    'onSignals',
    'authorise',
    'log',
    'fetch',
    'now',
    'schedule',
  ] as const;
  const odd = names.find((name) => options[name] !== undefined && typeof options[name] !== 'function');
  if (odd) throw wrong(odd, 'is no function');
}

function checkRate(rate: RelayOptions<never>['rate']): void {
  if (rate === undefined) return;
  whole('rate.requests', rate.requests, 1, 1000);
  whole('rate.windowMs', rate.windowMs, 1, 24 * 60 * 60 * 1000);
  if (typeof rate.keyOf !== 'function') throw wrong('rate.keyOf', 'is no function');
}

function checkText(name: string, value: unknown): void {
  // eslint-disable-next-line no-control-regex -- a line break in a credential is a slip of copying.
  const clean = typeof value === 'string' && value.trim() === value && !/[\x00-\x1f\x7f]/.test(value);
  if (clean && value !== '') return;
  throw wrong(name, 'is empty, no text, or has blanks at its ends or control characters in it');
}

function whole(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`createRelay: the option ${name} is no whole number from ${least} to ${most}.`);
}

const wrong = (name: string, fault: string) => new TypeError(`createRelay: the option ${name} ${fault}.`);
