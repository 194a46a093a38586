import { MultipartParseError, MultipartParser } from '@remix-run/multipart-parser';
import type { MultipartPart } from '@remix-run/multipart-parser';
import type { PageFields } from './page-fields.js';
import { refusal } from './refusal.js';

/** The longest documented request has six fields; the rest is room for a host's own, which are dropped. */
const MAX_PARTS = 32;
/** A form's part has two short header lines. */
const MAX_PART_HEADER_BYTES = 1024;

/**
 * Takes a multipart body apart while it arrives. A part that nobody wants is forgotten as soon as it ends.
 *
 * @param maxBytes of the whole body; the blocks keep to it too
 * @throws {CaptureError} `RELAY_BODY_MALFORMED`, `RELAY_FIELD_REPEATED`.
 */
export async function readMultipart(
  blocks: AsyncIterable<Uint8Array>,
  { boundary, maxBytes, wanted }: { boundary: string; maxBytes: number; wanted: ReadonlySet<string> },
): Promise<PageFields> {
  const parser = new MultipartParser(boundary, {
    maxParts: MAX_PARTS,
    maxHeaderSize: MAX_PART_HEADER_BYTES,
    maxFileSize: maxBytes,
    maxTotalSize: maxBytes,
  });
  const fields = new Map<string, Uint8Array<ArrayBuffer>>();
  for await (const block of blocks) {
    // What follows the last boundary means nothing (RFC 2046 section 5.1.1), and the parser takes no more of it.
    if (isFinished(parser)) continue;
    for (const part of partsIn(parser, block)) {
      const name = nameOf(part);
      if (!wanted.has(name)) continue;
      if (fields.has(name))
        throw refusal('RELAY_FIELD_REPEATED', `The field ${name} is there more than once.`);
      fields.set(name, new Uint8Array(part.bytes));
    }
  }
  if (!isFinished(parser)) throw malformed('The multipart body ends before its last boundary.');
  return fields;
}

function partsIn(parser: MultipartParser, block: Uint8Array): MultipartPart[] {
  try {
    return [...parser.write(block)];
  } catch (error) {
    if (error instanceof MultipartParseError) throw malformed('The multipart body is not well formed.');
    throw error;
  }
}

/** The parser tells that it is not only by an error. */
function isFinished(parser: MultipartParser): boolean {
  try {
    parser.finish();
    return true;
  } catch (error) {
    if (error instanceof MultipartParseError) return false;
    throw error;
  }
}

function nameOf(part: MultipartPart): string {
  try {
    return part.name ?? '';
  } catch {
    throw malformed('The header of a part is no UTF-8.');
  }
}

// Without the parser's own error: its words may one day quote what it was given.
const malformed = (reason: string) => refusal('RELAY_BODY_MALFORMED', reason);
