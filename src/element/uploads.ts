import type { ReactiveControllerHost } from 'lit';
import type { CaptureError } from '../core/errors.js';
import { toCaptureError } from './failure.js';

/** What became of the file that the person chose instead of the camera. */
export interface UploadState {
  readonly isBusy: boolean;
  readonly error: CaptureError | null;
}

const NOTHING: UploadState = { isBusy: false, error: null };

/** Shows how it goes with a photo from a file. */
export class Uploads {
  readonly #host: ReactiveControllerHost;
  #state = NOTHING;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get state(): UploadState {
    return this.#state;
  }

  /** Does the work and keeps its failure to show it; null where it failed or came too late. */
  async run<Photo>(work: () => Promise<Photo>, signal: AbortSignal): Promise<Photo | null> {
    this.#show({ isBusy: true, error: null });
    try {
      const photo = await work();
      this.#show(NOTHING);
      return signal.aborted ? null : photo;
    } catch (error) {
      this.#show({ isBusy: false, error: signal.aborted ? null : toCaptureError(error) });
      return null;
    }
  }

  /** What was wrong with a file is nothing to the next run. */
  forget(): void {
    this.#state = NOTHING;
  }

  #show(state: UploadState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
