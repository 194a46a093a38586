import { CaptureError } from '../core/errors.js';
import { restMs } from '../core/rest.js';
import type { Delegate } from '../types/capture.js';
import type { Observation } from '../types/frame.js';
import type { AnalyserFailure, AnalyserReply, AnalyserRequest, CameraFrame } from '../types/messages.js';
import type { AnalyserPort, OpenPort } from './analyser-port.js';
import type { AssetUrls } from './assets.js';
import type { Landmarker, LandmarkerOptions } from './landmarker.js';
import type { Still } from './still.js';
import { everySecond, Watchdog } from './watchdog.js';

type ClientOptions = AssetUrls &
  Pick<LandmarkerOptions, 'delegate' | 'signal' | 'onProgress' | 'onFailure' | 'everySecond' | 'now'>;
type Answer = Extract<AnalyserReply, { kind: 'ready' | 'observed' | 'still' }>;

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The one request that is answered by no id. */
const LOAD_ID = 0;

/** A frame takes a tenth of a second on an old phone: an analyser that is silent for so long is stuck. */
const ANSWER_SECONDS = 5;
/**
 * Between two signs of progress, and for the first frame: an old phone compiles the engine in some seconds, a part of it only
 * where it is first used, and a network may falter.
 */
const LOADING_SECONDS = 30;

/** Whether it can help to try again on the same page. */
const RECOVERABLE = {
  ENGINE_UNAVAILABLE: false,
  ENGINE_FAILED: true,
  ASSETS_MISSING: true,
  ASSETS_CORRUPT: true,
  CAMERA_TOO_SMALL: false,
  PHOTO_FAILED: true,
} satisfies Record<AnalyserFailure, boolean>;

/** The page's side of an analyser: sends requests and settles every promise, whatever happens. */
export class LandmarkerClient implements Landmarker {
  readonly #options: ClientOptions;
  readonly #port: AnalyserPort;
  readonly #pending = new Map<number, Pending>();
  readonly #watchdog: Watchdog;
  #delegate: Delegate;
  #state: 'loading' | 'open' | 'closed' = 'loading';
  #hasObserved = false;
  #lastId = LOAD_ID;
  #keepableId: number | null = null;
  #restsUntil = -Infinity;

  /** @throws what `openLandmarker` throws */
  static async open(openPort: OpenPort, options: ClientOptions): Promise<LandmarkerClient> {
    if (options.signal.aborted) throw closed();
    const client = new LandmarkerClient(openPort, options);
    try {
      await client.#load();
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  }

  private constructor(openPort: OpenPort, options: ClientOptions) {
    this.#options = options;
    this.#delegate = options.delegate;
    this.#watchdog = new Watchdog(options.everySecond ?? everySecond, () => this.#onCrash(silent()));
    this.#port = openPort({ onReply: this.#onReply, onCrash: this.#onCrash });
    options.signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  get where(): 'worker' | 'page' {
    return this.#port.where;
  }

  get delegate(): Delegate {
    return this.#delegate;
  }

  get busy(): boolean {
    return this.#pending.size > 0;
  }

  get isResting(): boolean {
    return this.#now() < this.#restsUntil;
  }

  async analyse(frame: CameraFrame, at: number, wantLandmarks: boolean): Promise<Observation | null> {
    if (this.busy) {
      frame.close();
      return null;
    }
    const id = this.#nextId();
    this.#keepableId = null;
    const begunAt = this.#now();
    try {
      const answer = await this.#ask(id, { kind: 'frame', id, frame, at, wantLandmarks }, [frame]);
      const answeredAt = this.#now();
      this.#restsUntil = answeredAt + restMs(answeredAt - begunAt);
      return answer.kind === 'observed' ? answer.observation : unexpected(answer);
    } catch (error) {
      // Not handed over, where it could not be sent; closing what is no longer ours does nothing.
      frame.close();
      throw error;
    }
  }

  keep(): boolean {
    const id = this.#keepableId;
    if (id === null || this.#state !== 'open') return false;
    this.#port.post({ kind: 'keep', id }, []);
    return true;
  }

  forget(): void {
    if (this.#state === 'open') this.#port.post({ kind: 'forget' }, []);
  }

  async still(at: number): Promise<Still> {
    const id = this.#nextId();
    const answer = await this.#ask(id, { kind: 'still', id, at }, []);
    if (answer.kind !== 'still') return unexpected(answer);
    const { image, width, height, quality, observation } = answer;
    return { image, width, height, quality, observation };
  }

  close(): void {
    this.#end(closed());
  }

  #now(): number {
    return this.#options.now?.() ?? performance.now();
  }

  async #load(): Promise<void> {
    const { wasmLoaderUrl, wasmBinaryUrl, modelUrl, modelBytes, hashes, delegate } = this.#options;
    const urls = { wasmLoaderUrl, wasmBinaryUrl, modelUrl };
    const load = { kind: 'load', ...urls, modelBytes, hashes, delegate } as const;
    const answer = await this.#ask(LOAD_ID, load, []);
    if (answer.kind !== 'ready') return unexpected(answer);
    this.#state = 'open';
    this.#delegate = answer.delegate;
    if (answer.gpuFailure !== undefined) {
      // eslint-disable-next-line no-console -- the contract promises one warning to the host's developer
      console.warn(`okay-live-capture: delegate "gpu" fell back to "cpu". ${answer.gpuFailure}`);
    }
  }

  #ask(id: number, request: AnalyserRequest, transfer: Transferable[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#state === 'closed') throw closed();
      this.#port.post(request, transfer);
      this.#pending.set(id, { resolve, reject });
      this.#listen();
    });
  }

  #nextId(): number {
    return ++this.#lastId;
  }

  /** Waits for the next sign of life, where something is asked. */
  #listen(): void {
    if (this.#pending.size === 0) this.#watchdog.rest();
    else this.#watchdog.watch(this.#hasObserved ? ANSWER_SECONDS : LOADING_SECONDS);
  }

  readonly #onReply = (reply: AnalyserReply): void => {
    this.#heed(reply);
    this.#listen();
  };

  #heed(reply: AnalyserReply): void {
    switch (reply.kind) {
      case 'progress':
        // An engine that starts again comes from the browser's cache: a sign of life, and nothing to show.
        return this.#state === 'loading' ? this.#options.onProgress?.(reply.loaded, reply.total) : undefined;
      case 'ready':
        return this.#take(LOAD_ID)?.resolve(reply);
      case 'observed':
        this.#hasObserved = true;
        this.#keepableId = reply.id;
        return this.#take(reply.id)?.resolve(reply);
      case 'still':
        return this.#take(reply.id)?.resolve(reply);
      case 'failed':
        return this.#onFailed(reply);
      default:
        reply satisfies never;
    }
  }

  #onFailed({ id, code, reason }: Extract<AnalyserReply, { kind: 'failed' }>): void {
    const error = new CaptureError(code, reason, { recoverable: RECOVERABLE[code] });
    const pending = this.#take(id ?? LOAD_ID);
    if (pending) pending.reject(error);
    else this.#onCrash(error);
  }

  readonly #onCrash = (error: CaptureError): void => {
    const wasOpen = this.#state === 'open';
    this.#end(error);
    if (wasOpen) this.#options.onFailure?.(error);
  };

  readonly #onAbort = (): void => this.close();

  #end(error: unknown): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#watchdog.rest();
    this.#options.signal.removeEventListener('abort', this.#onAbort);
    this.#port.close();
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }
}

function closed(): DOMException {
  return new DOMException('The landmarker was closed.', 'AbortError');
}

function silent(): CaptureError {
  return new CaptureError('ENGINE_FAILED', 'The face engine gives no answer any more. Start again.', {
    recoverable: true,
  });
}

function unexpected(answer: Answer): never {
  throw new CaptureError('ENGINE_FAILED', `The analyser answered "${answer.kind}" to another request.`);
}
