import { en } from './en.js';

/** Every place where the element shows words. */
export type TextKey = keyof typeof en;
export type Texts = Readonly<Record<TextKey, string>>;

/**
 * The texts of a page: the locale's, with single ones replaced by the host.
 *
 * @param replaced keys that are no `TextKey` change nothing
 */
export function textsFor(replaced: Partial<Texts>): Texts {
  return { ...en, ...replaced };
}

/** Whether a key made at run time, of a server's code for example, has a text. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}
