import type { CaptureError } from '../core/errors.js';
import type { Score } from '../core/score.js';
import type {
  CameraSignals,
  CaptureSource,
  GuardVerdict,
  Hint,
  OkayVerdict,
  PhaseName,
} from '../types/capture.js';
import type { Observation } from '../types/frame.js';

/** Frameworks that hand on `detail` see the same fields as those that hand on the event. */
abstract class OkayEvent<Fields extends object> extends Event {
  readonly detail: Readonly<Fields>;

  constructor(type: string, fields: Fields, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = fields;
  }
}

/** The phase changed. */
export class OkayPhaseEvent extends OkayEvent<{ phase: PhaseName; previous: PhaseName }> {
  readonly phase: PhaseName;
  readonly previous: PhaseName;

  constructor(phase: PhaseName, previous: PhaseName) {
    super('okay-phase', { phase, previous });
    this.phase = phase;
    this.previous = previous;
  }
}

/** The hint on screen changed; null once every guard passes. */
export class OkayHintEvent extends OkayEvent<{ hint: Hint | null }> {
  readonly hint: Hint | null;

  constructor(hint: Hint | null) {
    super('okay-hint', { hint });
    this.hint = hint;
  }
}

/** A frame was analysed. Sent only while somebody listens on the element itself. */
export class OkayFrameEvent extends OkayEvent<{
  observation: Observation;
  verdicts: readonly GuardVerdict[];
}> {
  readonly observation: Observation;
  readonly verdicts: readonly GuardVerdict[];

  constructor(observation: Observation, verdicts: readonly GuardVerdict[]) {
    super('okay-frame', { observation, verdicts });
    this.observation = observation;
    this.verdicts = verdicts;
  }
}

/** A photo that passed and, where there is a review, was accepted. */
export interface CaptureFields {
  /** JPEG, not mirrored. */
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  /** 0 to 1, with its parts; null where a manual photo shows no face that could be scored. */
  readonly score: Score | null;
  /** The guards' verdicts on the photo itself at full resolution. */
  readonly verdicts: readonly GuardVerdict[];
  readonly source: CaptureSource;
  /** What was noticed of the camera: hints for your server, and no proof of anything. */
  readonly signals: CameraSignals;
}

/** The photo is there. Cancel it to keep the element from going on to post. */
export class OkayCaptureEvent extends OkayEvent<CaptureFields> implements CaptureFields {
  readonly image: Blob;
  readonly width: number;
  readonly height: number;
  readonly score: Score | null;
  readonly verdicts: readonly GuardVerdict[];
  readonly source: CaptureSource;
  readonly signals: CameraSignals;

  constructor(fields: CaptureFields) {
    super('okay-capture', fields, true);
    this.image = fields.image;
    this.width = fields.width;
    this.height = fields.height;
    this.score = fields.score;
    this.verdicts = fields.verdicts;
    this.source = fields.source;
    this.signals = fields.signals;
  }
}

export type ProgressStage = 'assets' | 'upload';

/** Bytes loaded or sent so far. */
export class OkayProgressEvent extends OkayEvent<{ loaded: number; total: number; stage: ProgressStage }> {
  readonly loaded: number;
  readonly total: number;
  readonly stage: ProgressStage;

  constructor(loaded: number, total: number, stage: ProgressStage) {
    super('okay-progress', { loaded, total, stage });
    this.loaded = loaded;
    this.total = total;
    this.stage = stage;
  }
}

/** The endpoint answered with a success envelope. */
export class OkayResultEvent extends OkayEvent<{ verdict: OkayVerdict; raw: unknown }> {
  readonly verdict: OkayVerdict;
  /** The answer's body as parsed. */
  readonly raw: unknown;

  constructor(verdict: OkayVerdict, raw: unknown) {
    super('okay-result', { verdict, raw });
    this.verdict = verdict;
    this.raw = raw;
  }
}

/** Something stopped the flow. */
export class OkayErrorEvent extends OkayEvent<{ error: CaptureError }> {
  readonly error: CaptureError;

  constructor(error: CaptureError) {
    super('okay-error', { error });
    this.error = error;
  }
}

/** The events of the element by their names. */
export interface OkayEventMap {
  'okay-phase': OkayPhaseEvent;
  'okay-hint': OkayHintEvent;
  'okay-frame': OkayFrameEvent;
  'okay-capture': OkayCaptureEvent;
  'okay-progress': OkayProgressEvent;
  'okay-result': OkayResultEvent;
  'okay-error': OkayErrorEvent;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is the purpose
  interface HTMLElementEventMap extends OkayEventMap {}
}
