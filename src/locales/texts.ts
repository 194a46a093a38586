import type { Hint } from '../types/capture.js';
import { en } from './en.js';
import { sentenceKeyOf } from './sentences.js';

/** Every place where the element shows words. */
export type TextKey = keyof typeof en;
/** All texts of a locale: one that misses a key does not compile, nor does one with a key that nobody reads. */
export type Texts = Readonly<Record<TextKey, string>>;

export const TEXT_KEYS: readonly TextKey[] = Object.keys(en).filter(isTextKey);

/** Whether a key made at run time, of a server's code for example, has a text. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}

/** A hint with its sentence in the words of the page; code and message stay as documented. */
export function inWords(hint: Hint, texts: Texts): Hint {
  const key = sentenceKeyOf(hint) ?? '';
  return isTextKey(key) ? { ...hint, text: texts[key] } : hint;
}
