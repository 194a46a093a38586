import { isJsonObject } from '../okayface/json.js';
import type { Dialect } from '../okayface/dialects.js';

/** Longer than any value of the documented keys needs. */
const MAX_LENGTH = 512;

/** "OkayLive anti-spoofing" and "Centralized OkayFace" list the values; `Meta` has no `DESKTOP`. */
const SYSTEMS = {
  livenessMeta: ['IOS', 'ANDROID', 'DESKTOP', 'UNKNOWN'],
  Meta: ['IOS', 'ANDROID', 'UNKNOWN'],
} as const;

/** Keys beside `OS` that a header documents. */
const OTHER_KEYS = { livenessMeta: [], Meta: ['MANUFACTURE', 'MODEL'] } as const;

const DEVICE_NAME = /^[\w .,()+-]{1,64}$/;

/**
 * The device information in a page's headers, written anew with the documented keys only. Null where it is
 * missing or not as documented: the header is optional, and the photo is worth more.
 */
export function deviceMetaOf(headers: Headers, name: NonNullable<Dialect['metaHeader']>): string | null {
  const sent = headers.get(name);
  const meta = sent !== null && sent.length <= MAX_LENGTH ? parse(sent) : null;
  if (!isJsonObject(meta)) return null;
  const { OS: system } = meta;
  const systems: readonly string[] = SYSTEMS[name];
  if (typeof system !== 'string' || !systems.includes(system.toUpperCase())) return null;
  const others = OTHER_KEYS[name].flatMap((key): [string, string][] => {
    const value = meta[key];
    return typeof value === 'string' && DEVICE_NAME.test(value) ? [[key, value]] : [];
  });
  return JSON.stringify({ OS: system.toUpperCase(), ...Object.fromEntries(others) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
