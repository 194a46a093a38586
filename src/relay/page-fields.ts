import type { Dialect, ImageFields } from '../okayface/dialects.js';
import { refusal } from './refusal.js';

/** Fields of a page's body by name: bytes of a part, or the text of a JSON member. */
export type PageFields = ReadonlyMap<string, Uint8Array<ArrayBuffer> | string>;

/** One image as it goes on: unchanged bytes, or base64 text. */
export interface PageImage {
  readonly role: 'selfie' | 'card';
  readonly name: string;
  readonly value: Uint8Array<ArrayBuffer> | string;
}

/** All that a page may say. */
export interface PagePost {
  readonly images: readonly PageImage[];
  /** Null where the page does not say. */
  readonly liveness: 'true' | 'false' | null;
  readonly journeyId: string | null;
}

/** A UUID in the docs' sample; anything in that manner is let through. */
export const JOURNEY_ID = /^[\w-]{1,128}$/;

const BASE64 = /^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/;

/** Names of the fields that are taken from a page; all others are dropped, whatever they are. */
export function wantedFields(dialect: Dialect, hasPageJourney: boolean): ReadonlySet<string> {
  const names = [dialect.fields, dialect.base64Fields].flatMap((images) =>
    images ? [images.selfie, images.card] : [],
  );
  names.push(dialect.livenessField, hasPageJourney ? 'journeyId' : null);
  return new Set(names.filter((name) => name !== null));
}

/**
 * Checks what a page posted.
 *
 * @throws {CaptureError} `MISSING_ARGUMENTS` where an image is missing or empty, so that no journey is spent on
 *   it; `RELAY_FIELD_REPEATED` where one comes as a file and as base64; `RELAY_BODY_MALFORMED`.
 */
export function pagePostOf(fields: PageFields, dialect: Dialect): PagePost {
  const liveness = dialect.livenessField === null ? null : textIn(fields, dialect.livenessField);
  if (liveness !== null && liveness !== 'true' && liveness !== 'false') {
    throw refusal('RELAY_BODY_MALFORMED', `The field ${dialect.livenessField} is neither true nor false.`);
  }
  const journeyId = textIn(fields, 'journeyId');
  if (journeyId !== null && !JOURNEY_ID.test(journeyId)) {
    throw refusal('RELAY_BODY_MALFORMED', 'The field journeyId has no form of a journey.');
  }
  const images = [imageIn(fields, dialect, 'selfie'), imageIn(fields, dialect, 'card')];
  return { images: images.filter((image) => image !== null), liveness, journeyId };
}

function imageIn(fields: PageFields, dialect: Dialect, role: keyof ImageFields): PageImage | null {
  const name = dialect.fields[role];
  if (name === null) return null;
  const asText = dialect.base64Fields?.[role] ?? null;
  const [file, text] = [fields.get(name), asText === null ? undefined : fields.get(asText)];
  if (file !== undefined && text !== undefined) {
    throw refusal('RELAY_FIELD_REPEATED', `${name} and ${asText} are the same image.`);
  }
  if (!file?.length && !text?.length) throw refusal('MISSING_ARGUMENTS', `The image ${name} is missing.`);
  if (typeof file === 'object') return { role, name, value: file };
  const textName = file === undefined && asText !== null ? asText : name;
  const value = textIn(fields, textName);
  if (value === null || !BASE64.test(value)) {
    throw refusal('RELAY_BODY_MALFORMED', `The field ${textName} is no base64.`);
  }
  return { role, name: textName, value };
}

function textIn(fields: PageFields, name: string): string | null {
  const value = fields.get(name);
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value);
  } catch {
    throw refusal('RELAY_BODY_MALFORMED', `The field ${name} is no UTF-8.`);
  }
}
