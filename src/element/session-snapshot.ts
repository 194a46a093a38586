import type { CaptureFrame } from '../core/capture-frame.js';
import type { ScoredFrame } from '../core/judged-frame.js';
import type { CaptureState } from '../core/phase.js';
import type { Cause } from '../core/steady.js';
import type { Hint, OkayVerdict } from '../types/capture.js';
import type { CameraChoices } from './camera-choices.js';
import type { CaptureFields, ProgressStage } from './events.js';
import type { SendingTrouble } from './persistent-sending.js';
import type { UploadState } from './uploads.js';

/** Bytes of the stage that runs. */
export interface Progress {
  readonly stage: ProgressStage;
  readonly loaded: number;
  readonly total: number;
}

/** A session as its element shows it. */
export interface SessionSnapshot {
  readonly state: CaptureState;
  /** The hint on screen, which `okay-hint` told last. */
  readonly hint: Hint | null;
  readonly photo: CaptureFields | null;
  readonly verdict: OkayVerdict | null;
  readonly progress: Progress | null;
  /** What keeps the answer waiting, in the phase `submitting`. */
  readonly trouble: SendingTrouble;
  /** The cut of the running camera; null before its first picture. */
  readonly captureFrame: CaptureFrame | null;
  /** The newest frame's verdicts. */
  readonly lastJudged: ScoredFrame | null;
  /** What kept most frames back, once it takes too long. */
  readonly stalledBy: Cause | null;
  readonly cameras: CameraChoices;
  /** A photo from a file is being looked at, or was refused. */
  readonly upload: UploadState;
}
