/** Bytes, or why there are none. */
export type DecodedBase64 =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: string };

/**
 * Decodes raw base64 as public clients send it. A data-URI prefix is refused: no page says that it is taken,
 * and every client strips it.
 */
export function decodeBase64(text: string): DecodedBase64 {
  if (/^\s*data:/i.test(text)) return { ok: false, reason: 'has a data-URI prefix' };
  try {
    const binary = atob(text);
    return { ok: true, bytes: Uint8Array.from(binary, (character) => character.charCodeAt(0)) };
  } catch {
    return { ok: false, reason: 'is no base64' };
  }
}
