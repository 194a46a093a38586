import { isJsonObject } from '../okayface/json.js';
import type { CameraSignals } from '../types/capture.js';

/** Where a page puts the signals of `okay-capture`. */
export const SIGNALS_HEADER = 'okay-camera-signals';

/** Longer than any value of the documented fields needs. */
const MAX_LENGTH = 1024;

const SOURCES: readonly unknown[] = ['auto', 'manual', 'upload'] satisfies CameraSignals['source'][];
const CAMERAS: readonly unknown[] = [
  'physical',
  'virtual',
  'infrared',
  'unknown',
] satisfies CameraSignals['camera'][];

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isRate = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);

/** The signals in a page's headers, with the documented fields only; null where they are missing or malformed. */
export function cameraSignalsOf(headers: Headers): CameraSignals | null {
  const sent = headers.get(SIGNALS_HEADER);
  if (sent === null || sent.length > MAX_LENGTH) return null;
  const fields = parse(sent);
  if (!isJsonObject(fields)) return null;
  const { source, camera, framesPerSecond, intervalJitter } = fields;
  const { pictures, frameRateChanges, resolutionChanges, duplicateFrames, deviceChanges, timesHidden } =
    fields;
  const isWhole =
    SOURCES.includes(source) &&
    CAMERAS.includes(camera) &&
    isRate(framesPerSecond) &&
    isRate(intervalJitter) &&
    [pictures, frameRateChanges, resolutionChanges, duplicateFrames, deviceChanges, timesHidden].every(
      isCount,
    );
  if (!isWhole) return null;
  return {
    source,
    camera,
    pictures,
    framesPerSecond,
    intervalJitter,
    frameRateChanges,
    resolutionChanges,
    duplicateFrames,
    deviceChanges,
    timesHidden,
  } as CameraSignals;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
