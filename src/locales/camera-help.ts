import type { CaptureError } from '../core/errors.js';
import type { LocaleId } from './match-locale.js';
import type { StepTexts } from './steps/step-texts.js';
import type * as Advice from './camera-advice.js';
import { LazyPart, type PartHost } from '../adapters/lazy-part.js';
import { loadPart } from '../adapters/load-part.js';

/** What the person can do in this very browser when the camera cannot be had. */
export class CameraHelp {
  readonly #host: PartHost;
  readonly #advice: LazyPart<typeof Advice>;
  readonly #texts = new Map<LocaleId, LazyPart<StepTexts>>();

  constructor(host: PartHost) {
    this.#host = host;
    this.#advice = new LazyPart(host, () =>
      loadPart('The camera’s steps', () => import('./camera-advice.js')),
    );
  }

  /** The steps in the language of the page; empty until they have come, and where there are none. */
  stepsFor(error: CaptureError, locale: LocaleId, messages: Partial<StepTexts>): readonly string[] {
    if (!error.code.startsWith('CAMERA_') && error.code !== 'INSECURE_CONTEXT') return [];
    const advice = this.#advice.get();
    const texts = advice && this.#textsIn(locale, advice).get();
    if (!texts) return [];
    return advice.stepsHere(error).map((key) => messages[key] ?? texts[key]);
  }

  #textsIn(locale: LocaleId, { STEP_TEXTS }: typeof Advice): LazyPart<StepTexts> {
    const known = this.#texts.get(locale);
    if (known) return known;
    const texts = new LazyPart(this.#host, () => loadPart('The camera’s steps in words', STEP_TEXTS[locale]));
    this.#texts.set(locale, texts);
    return texts;
  }
}
