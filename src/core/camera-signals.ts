import type { CameraClass, CameraSignals, CaptureSource } from '../types/capture.js';
import type { Observation, Size } from '../types/frame.js';
import { cameraKind } from './camera-label.js';

/** A longer time without pictures is a pause, and says nothing of the camera's rate. */
const PAUSE_MS = 2000;
const WINDOW_MS = 1000;
const RATE_CHANGE = 1.5;

/** Everything noticed so far, and what the next notice is compared with. */
export interface SignalState {
  readonly camera: CameraClass;
  readonly deviceId: string | null;
  readonly deviceChanges: number;
  readonly pictures: number;
  readonly size: Size | null;
  readonly resolutionChanges: number;
  readonly lastAt: number | null;
  /** Of the times between pictures in milliseconds: how many, their mean and sum of squared deviations (Welford). */
  readonly intervals: { readonly count: number; readonly mean: number; readonly squares: number };
  readonly window: { readonly since: number; readonly pictures: number } | null;
  /** Pictures a second in the last whole window. */
  readonly rate: number | null;
  readonly frameRateChanges: number;
  readonly print: string | null;
  readonly duplicateFrames: number;
  readonly timesHidden: number;
}

export const NO_SIGNALS: SignalState = {
  camera: 'unknown',
  deviceId: null,
  deviceChanges: 0,
  pictures: 0,
  size: null,
  resolutionChanges: 0,
  lastAt: null,
  intervals: { count: 0, mean: 0, squares: 0 },
  window: null,
  rate: null,
  frameRateChanges: 0,
  print: null,
  duplicateFrames: 0,
  timesHidden: 0,
};

/** A camera was opened. What depends on the camera before is compared no more. */
export function noteCamera(state: SignalState, device: { deviceId: string; label: string }): SignalState {
  const isOther = state.deviceId !== null && state.deviceId !== device.deviceId;
  return {
    ...paused(state),
    camera: classOf(device.label),
    deviceId: device.deviceId,
    deviceChanges: state.deviceChanges + (isOther ? 1 : 0),
    size: isOther ? null : state.size,
    rate: isOther ? null : state.rate,
  };
}

/** The camera gave a picture. */
export function notePicture(before: SignalState, at: number, size: Size): SignalState {
  const gap = before.lastAt === null ? null : at - before.lastAt;
  const state = gap !== null && (gap < 0 || gap > PAUSE_MS) ? paused(before) : before;
  const isResized =
    state.size !== null && (state.size.width !== size.width || state.size.height !== size.height);
  return {
    ...state,
    ...noteRate(state, at),
    pictures: state.pictures + 1,
    size,
    resolutionChanges: state.resolutionChanges + (isResized ? 1 : 0),
    lastAt: at,
    intervals: state.lastAt === null ? state.intervals : added(state.intervals, at - state.lastAt),
  };
}

/** A frame was analysed: what was measured on it anyway tells it from the one before. */
export function noteAnalysed(state: SignalState, { frameLuma, face }: Observation): SignalState {
  const print = [frameLuma, face?.skin.medianLuma, face?.surroundLuma, face?.sharpness].join();
  return { ...state, print, duplicateFrames: state.duplicateFrames + (print === state.print ? 1 : 0) };
}

/** The page went out of sight. */
export function noteHidden(state: SignalState): SignalState {
  return { ...paused(state), timesHidden: state.timesHidden + 1 };
}

/** What is told with a photo. */
export function signalsOf(state: SignalState, source: CaptureSource): CameraSignals {
  const { count, mean, squares } = state.intervals;
  return {
    source,
    camera: source === 'upload' ? 'unknown' : state.camera,
    pictures: state.pictures,
    framesPerSecond: count > 0 && mean > 0 ? rounded(1000 / mean) : null,
    intervalJitter: count > 1 && mean > 0 ? rounded(Math.sqrt(squares / count) / mean) : null,
    frameRateChanges: state.frameRateChanges,
    resolutionChanges: state.resolutionChanges,
    duplicateFrames: state.duplicateFrames,
    deviceChanges: state.deviceChanges,
    timesHidden: state.timesHidden,
  };
}

function classOf(label: string): CameraClass {
  if (label === '') return 'unknown';
  const kind = cameraKind(label);
  return kind === 'colour' ? 'physical' : kind;
}

function paused(state: SignalState): SignalState {
  return { ...state, lastAt: null, window: null };
}

function noteRate({ window, rate, frameRateChanges }: SignalState, at: number) {
  if (!window) return { window: { since: at, pictures: 0 } };
  const pictures = window.pictures + 1;
  const lasted = at - window.since;
  if (lasted < WINDOW_MS) return { window: { ...window, pictures } };
  const now = (pictures * 1000) / lasted;
  const isChanged = rate !== null && (now > rate * RATE_CHANGE || now < rate / RATE_CHANGE);
  return {
    window: { since: at, pictures: 0 },
    rate: now,
    frameRateChanges: frameRateChanges + (isChanged ? 1 : 0),
  };
}

function added({ count, mean, squares }: SignalState['intervals'], interval: number) {
  const deviation = interval - mean;
  const next = mean + deviation / (count + 1);
  return { count: count + 1, mean: next, squares: squares + deviation * (interval - next) };
}

/** Finer values would tell machines apart, and nothing about a camera. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
