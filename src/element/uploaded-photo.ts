import type { Landmarker } from '../adapters/landmarker.js';
import { CaptureError, isCaptureError } from '../core/errors.js';
import { inWords } from '../locales/texts.js';
import type { CaptureFields } from './events.js';
import { hintOfCause } from './hint.js';
import type { SessionHost } from './session-host.js';
import type { SignalWatch } from './signal-watch.js';

/**
 * Makes a photo of a file, through the same guards as one of the camera. Where no engine can be had it goes unjudged, which
 * its empty list of verdicts says.
 *
 * @param open loads the engine, or gives the one that runs; nothing else may use it meanwhile
 * @throws CaptureError `CARD_…` where the file is no photo that can be sent, `PHOTO_FAILED` with the hint of the guard
 *   that refused it
 */
export async function uploadedPhoto(
  host: SessionHost,
  file: Blob,
  open: () => Promise<Landmarker>,
  signal: AbortSignal,
  watch: () => Promise<SignalWatch>,
): Promise<CaptureFields> {
  const { services } = host;
  const whole = await services.normaliseCard(file, { signal });
  // An engine that is opened after the end would never be closed.
  signal.throwIfAborted();
  const landmarker = await open().catch((error: unknown) => {
    if (isCaptureError(error) && error.code === 'ENGINE_UNAVAILABLE') return null;
    throw error;
  });
  const signals = (await watch()).signals('upload');
  signal.throwIfAborted();
  if (!landmarker) {
    const { image, width, height } = whole;
    return { image, width, height, score: null, verdicts: [], source: 'upload', signals };
  }
  const { judgeFrame } = await services.loadJudging();
  await landmarker.analyse(await createImageBitmap(whole.image), services.now(), false);
  landmarker.keep();
  const still = await landmarker.still(services.now());
  signal.throwIfAborted();
  const { resolvedLimits: limits, disabledGuards, texts } = host;
  const judged = judgeFrame(still.observation, 0, {
    limits,
    disabled: new Set(disabledGuards),
    failing: new Set(),
  });
  if (judged.wanted) {
    const { guard, message, measure, direction } = judged.wanted;
    throw new CaptureError('PHOTO_FAILED', `The uploaded photo failed ${guard}: ${message}.`, {
      hint: inWords(hintOfCause({ guard, message, measure, direction }), texts),
      recoverable: true,
    });
  }
  const { image, width, height } = still;
  const { parts: score, verdicts } = judged;
  return { image, width, height, score, verdicts, source: 'upload', signals };
}
