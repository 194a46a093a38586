import type { PageFields } from './page-fields.js';
import { refusal } from './refusal.js';

/** The documented JSON bodies have three members. */
const MAX_MEMBERS = 32;

/**
 * The wanted text members of a JSON object. The documented bodies are flat, and only such are parsed: nested
 * arrays take many times their size in memory.
 *
 * @throws {CaptureError} `RELAY_BODY_MALFORMED`.
 */
export function readFlatJson(bytes: Uint8Array, wanted: ReadonlySet<string>): PageFields {
  const parsed = parse(bytes);
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(parsed)) {
    if (!wanted.has(name)) continue;
    if (typeof value !== 'string') throw malformed(`The member ${name} is no text.`);
    fields.set(name, value);
  }
  return fields;
}

function parse(bytes: Uint8Array): object {
  let parsed: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!isFlat(text)) throw malformed('The JSON body is nested, or has too many members.');
    parsed = JSON.parse(text);
  } catch (error) {
    // Errors of JSON.parse quote the text.
    if (error instanceof SyntaxError || error instanceof TypeError) throw malformed('The body is no JSON.');
    throw error;
  }
  if (typeof parsed === 'object' && parsed !== null) return parsed;
  throw malformed('The JSON body is no object.');
}

/** Whether a text, if it is JSON at all, is one object of few members with nothing nested in them. */
function isFlat(text: string): boolean {
  let isQuoted = false;
  let objects = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) {
      if (char === '\\') at += 1;
    } else if (char === '[') return false;
    else if (char === '{') objects += 1;
    else if (char === ',') commas += 1;
    if (objects > 1 || commas >= MAX_MEMBERS) return false;
  }
  return true;
}

const malformed = (reason: string) => refusal('RELAY_BODY_MALFORMED', reason);
