import type { StepKey } from '../../core/camera-steps.js';
import type { LocaleId } from '../match-locale.js';

/** The steps to the camera in a language: one that misses a key does not compile. */
export type StepTexts = Readonly<Record<StepKey, string>>;

/** Each in a chunk of its own: nobody needs them whose camera opens. */
export const STEP_TEXTS: Readonly<Record<LocaleId, () => Promise<StepTexts>>> = {
  en: async () => (await import('./en-steps.js')).enSteps,
  ms: async () => (await import('./ms-steps.js')).msSteps,
  'zh-Hans': async () => (await import('./zh-hans-steps.js')).zhHansSteps,
  'zh-Hant': async () => (await import('./zh-hant-steps.js')).zhHantSteps,
  id: async () => (await import('./id-steps.js')).idSteps,
  th: async () => (await import('./th-steps.js')).thSteps,
  vi: async () => (await import('./vi-steps.js')).viSteps,
  fil: async () => (await import('./fil-steps.js')).filSteps,
  ta: async () => (await import('./ta-steps.js')).taSteps,
  km: async () => (await import('./km-steps.js')).kmSteps,
  my: async () => (await import('./my-steps.js')).mySteps,
  ar: async () => (await import('./ar-steps.js')).arSteps,
};
