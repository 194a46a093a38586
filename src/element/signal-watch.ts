import {
  NO_SIGNALS,
  noteAnalysed,
  noteCamera,
  noteHidden,
  notePicture,
  signalsOf,
} from '../core/camera-signals.js';
import type { CameraSignals, CaptureSource } from '../types/capture.js';
import type { Observation, Size } from '../types/frame.js';

/** Keeps what is noticed of the camera from a start to the stop. */
export class SignalWatch {
  #state = NO_SIGNALS;

  camera(track: MediaStreamTrack): void {
    const { deviceId = '' } = track.getSettings();
    this.#state = noteCamera(this.#state, { deviceId, label: track.label });
  }

  picture(at: number, size: Size): void {
    this.#state = notePicture(this.#state, at, size);
  }

  analysed(observation: Observation): void {
    this.#state = noteAnalysed(this.#state, observation);
  }

  hidden(): void {
    this.#state = noteHidden(this.#state);
  }

  signals(source: CaptureSource): CameraSignals {
    return signalsOf(this.#state, source);
  }
}
