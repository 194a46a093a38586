import type { CaptureSource, GuardVerdict, Hint } from '../types/capture.js';
import type { CaptureError } from './errors.js';
import { beginHold, continueHold, holdEnded, type Hold } from './hold.js';
import type { Pace } from './pace.js';
import { countFrame, NO_STALL, type Stall } from './stall.js';
import { CALM, steady, type Steady } from './steady.js';

/** After so many refusals in a row the person is asked before another photo is taken and sent. */
export const MAX_REFUSALS = 3;

/** A server's refusal that the person can mend. */
export interface Refusal {
  readonly hint: Hint;
  /** The selfie had passed every guard here, and the code may be about the ID card. */
  readonly maybeCard: boolean;
  /** How many there were in a row, this one included. */
  readonly count: number;
  /** When it came on screen beside the camera picture; null until the camera runs again. */
  readonly since: number | null;
}

/** Everything that changes while the element is at work. */
export type CaptureState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'preparing'; readonly refusal: Refusal | null }
  | {
      readonly phase: 'seeking';
      readonly steady: Steady;
      readonly refusal: Refusal | null;
      readonly stall: Stall;
    }
  | {
      readonly phase: 'holding';
      readonly steady: Steady;
      readonly refusal: Refusal | null;
      readonly stall: Stall;
      readonly hold: Hold;
      /** The frame is chosen and being judged at full resolution and encoded. */
      readonly taking: Exclude<CaptureSource, 'upload'> | null;
    }
  | { readonly phase: 'review'; readonly refusal: Refusal | null }
  | { readonly phase: 'id-card'; readonly refusal: Refusal | null }
  | { readonly phase: 'submitting'; readonly refusal: Refusal | null }
  | { readonly phase: 'done' }
  | { readonly phase: 'blocked'; readonly error: CaptureError }
  | { readonly phase: 'failed'; readonly error: CaptureError };

/** A frame as judged by the guards. */
export interface JudgedFrame {
  readonly frameId: number;
  readonly at: number;
  readonly verdicts: readonly GuardVerdict[];
  /** The verdict that should be the hint; null when every guard passes. */
  readonly wanted: GuardVerdict | null;
  /** Nothing but closed eyes fails. */
  readonly onlyBlink: boolean;
  /** 0 to 1; only looked at when every guard passes. */
  readonly score: number;
}

/** Everything that can happen. */
export type Signal =
  | { readonly kind: 'start' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'frame'; readonly frame: JudgedFrame }
  | { readonly kind: 'shutter'; readonly frameId: number; readonly at: number }
  /** The full-resolution photo failed a guard. */
  | { readonly kind: 'spoiled'; readonly frame: JudgedFrame }
  | { readonly kind: 'photo' }
  /** A photo from a file that passed, or that nothing could judge. */
  | { readonly kind: 'uploaded' }
  /** Another camera was chosen. */
  | { readonly kind: 'reopen' }
  /** Go on with the photo (and card) at hand. */
  | { readonly kind: 'proceed' }
  | { readonly kind: 'retake' }
  | { readonly kind: 'change-card' }
  /** The person does not want to wait for the request, or to give a card. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'answered' }
  | {
      readonly kind: 'refused';
      readonly hint: Hint;
      readonly maybeCard: boolean;
      readonly error: CaptureError;
    }
  | { readonly kind: 'blocked'; readonly error: CaptureError }
  | { readonly kind: 'failed'; readonly error: CaptureError }
  | { readonly kind: 'stop' }
  /** The element was put elsewhere in the page, with a photo that it keeps; `done` before, or still to be sent. */
  | { readonly kind: 'moved'; readonly wasDone: boolean };

/** What lies ahead, by the element's properties at this moment. */
export interface Plan {
  readonly review: boolean;
  /** A card is wanted and there is none yet. */
  readonly needsCard: boolean;
  /** There is an endpoint to post to. */
  readonly posts: boolean;
  /** There is a photo that passed and was accepted. */
  readonly hasPhoto: boolean;
  readonly pace: Pace;
}

/**
 * The one function that moves the phase. A signal that means nothing in a phase changes nothing,
 * so answers that come late do no harm.
 */
export function next(state: CaptureState, signal: Signal, plan: Plan): CaptureState {
  switch (signal.kind) {
    case 'stop':
      return state.phase === 'idle' ? state : { phase: 'idle' };
    case 'moved':
      if (state.phase !== 'idle' || !plan.hasPhoto) return state;
      return signal.wasDone ? { phase: 'done' } : { phase: 'review', refusal: null };
    case 'failed':
      return state.phase === 'idle' ? state : { phase: 'failed', error: signal.error };
    case 'blocked':
      return isWatching(state) || state.phase === 'blocked'
        ? { phase: 'blocked', error: signal.error }
        : state;
    case 'start':
      return isBusy(state) ? state : { phase: 'preparing', refusal: null };
    case 'ready':
      return state.phase === 'preparing'
        ? { phase: 'seeking', steady: CALM, refusal: state.refusal, stall: NO_STALL }
        : state;
    case 'frame':
      return isTracking(state) ? onFrame(state, signal.frame, plan.pace) : state;
    case 'shutter':
      return isTracking(state) ? onShutter(state, signal) : state;
    case 'spoiled':
      return state.phase === 'holding' ? seek(state, state.refusal, signal.frame, plan.pace) : state;
    case 'photo':
      if (state.phase !== 'holding' || !state.taking) return state;
      return taken(state.refusal, plan);
    case 'uploaded':
      return mayUpload(state) ? taken(refusalOf(state), plan) : state;
    case 'reopen':
      return isTracking(state) || state.phase === 'blocked'
        ? { phase: 'preparing', refusal: refusalOf(state) }
        : state;
    case 'proceed':
      return mayProceed(state) && plan.hasPhoto ? afterPhoto(refusalOf(state), plan) : state;
    case 'retake':
      return mayProceed(state) || state.phase === 'submitting'
        ? { phase: 'preparing', refusal: null }
        : state;
    case 'change-card':
      return mayChangeCard(state) && plan.hasPhoto ? { phase: 'id-card', refusal: refusalOf(state) } : state;
    case 'cancel':
      return state.phase === 'submitting' || state.phase === 'id-card'
        ? { phase: 'review', refusal: state.refusal }
        : state;
    case 'answered':
      return state.phase === 'submitting' ? { phase: 'done' } : state;
    case 'refused':
      return state.phase === 'submitting' ? onRefused(state.refusal, signal) : state;
    default:
      return signal satisfies never;
  }
}

type Tracking = Extract<CaptureState, { phase: 'seeking' | 'holding' }>;

function isTracking(state: CaptureState): state is Tracking {
  return state.phase === 'seeking' || state.phase === 'holding';
}

/** Whether the photo is being made from the best frame of the hold. */
export function isTaking(state: CaptureState): boolean {
  return state.phase === 'holding' && state.taking !== null;
}

/** Whether the camera and the engine are wanted in this phase. */
export function isWatching({ phase }: CaptureState): boolean {
  return phase === 'preparing' || phase === 'seeking' || phase === 'holding';
}

function isBusy(state: CaptureState): boolean {
  return (
    isWatching(state) || state.phase === 'review' || state.phase === 'id-card' || state.phase === 'submitting'
  );
}

/** Whether a photo from a file can take the place of the camera's. */
export function mayUpload(state: CaptureState): boolean {
  return isTracking(state) || state.phase === 'idle' || state.phase === 'blocked' || state.phase === 'failed';
}

function mayProceed({ phase }: CaptureState): boolean {
  return phase === 'review' || phase === 'id-card' || phase === 'done' || phase === 'failed';
}

function mayChangeCard(state: CaptureState): boolean {
  return state.phase === 'failed' || (isWatching(state) && refusalOf(state)?.maybeCard === true);
}

function refusalOf(state: CaptureState): Refusal | null {
  return 'refusal' in state ? state.refusal : null;
}

/** Whether a refusal is still to be read at the time of a frame. */
export function isReading(refusal: Refusal | null, at: number, { refusalMs }: Pace): boolean {
  if (refusal === null) return false;
  return refusal.since === null || (at >= refusal.since && at - refusal.since < refusalMs);
}

function onFrame(state: Tracking, frame: JudgedFrame, pace: Pace): CaptureState {
  if (isTaking(state)) return state;
  const refusal = state.refusal?.since === null ? { ...state.refusal, since: frame.at } : state.refusal;
  if (state.phase === 'seeking') {
    if (frame.wanted || isReading(refusal, frame.at, pace)) return seek(state, refusal, frame, pace);
    const hold = beginHold({ ...frame, outcome: 'pass' });
    return { phase: 'holding', ...seen(state, frame, null, pace), refusal, hold, taking: null };
  }
  const outcome = frame.wanted === null ? 'pass' : frame.onlyBlink ? 'blink' : 'fail';
  const hold = continueHold(state.hold, { ...frame, outcome });
  if (!hold) return seek(state, refusal, frame, pace);
  const taking = holdEnded(hold, frame.at, pace.holdMs) ? 'auto' : null;
  return { phase: 'holding', ...seen(state, frame, null, pace), refusal, hold, taking };
}

function seek(state: Tracking, refusal: Refusal | null, frame: JudgedFrame, pace: Pace): CaptureState {
  return { phase: 'seeking', ...seen(state, frame, frame.wanted, pace), refusal };
}

/** What every frame leaves behind, whatever becomes of the hold. */
function seen(
  { steady: before, stall }: Tracking,
  frame: JudgedFrame,
  wanted: GuardVerdict | null,
  pace: Pace,
) {
  return {
    steady: steady(before, frame.verdicts, wanted, frame.at, pace.hintMs),
    stall: countFrame(stall, wanted, frame.at),
  };
}

function onShutter(state: Tracking, { frameId, at }: Extract<Signal, { kind: 'shutter' }>): CaptureState {
  if (isTaking(state)) return state;
  const hold: Hold = { since: at, at, best: { frameId, score: 0 }, blinkSince: null };
  const { steady: shown, refusal, stall } = state;
  return { phase: 'holding', steady: shown, refusal, stall, hold, taking: 'manual' };
}

function taken(refusal: Refusal | null, plan: Plan): CaptureState {
  return plan.review ? { phase: 'review', refusal } : afterPhoto(refusal, plan);
}

function afterPhoto(refusal: Refusal | null, plan: Plan): CaptureState {
  if (!plan.posts) return { phase: 'done' };
  return { phase: plan.needsCard ? 'id-card' : 'submitting', refusal };
}

function onRefused(
  before: Refusal | null,
  { hint, maybeCard, error }: Extract<Signal, { kind: 'refused' }>,
): CaptureState {
  const count = (before?.count ?? 0) + 1;
  if (count >= MAX_REFUSALS) return { phase: 'failed', error };
  return { phase: 'preparing', refusal: { hint, maybeCard, count, since: null } };
}
