import type { Texts } from '../locales/texts.js';

/** The longest text of a group, to keep its place; letters tell closely enough how many lines a text takes. */
export function longestText(texts: Texts, group: 'line.' | 'sentence.'): string {
  let longest = '';
  for (const [key, text] of Object.entries(texts)) {
    if (key.startsWith(group) && text.length > longest.length) longest = text;
  }
  return longest;
}
