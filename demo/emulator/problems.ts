import type { Family } from './dialects.ts';

/** What can be wrong with a request. */
export type ProblemKind =
  | 'credential-missing'
  | 'credential-unknown'
  | 'key-unknown'
  | 'request-too-large'
  | 'image-missing'
  | 'image-in-two-forms'
  | 'image-too-large'
  | 'base64-unreadable'
  | 'image-unrecognised'
  | 'image-corrupt'
  | 'image-too-small'
  | 'device-header-invalid'
  | 'flag-invalid';

/** A fault found in a request, and what it is about in words for a developer; never a value that was sent. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly reason: string;
}

/**
 * The refusal that each family's error list has for a problem.
 *
 * The documents are silent on three. An image under 450 × 450 is required not to be, but no refusal is named:
 * it gets the one for an image that cannot be used. The same image as a file and as base64: the portal would
 * take the file, yet a client that sends both has a mistake. Malformed device information: the engine's
 * `INVALID_META`.
 */
export const PROBLEM_REFUSAL: Readonly<Record<ProblemKind, Readonly<Record<Family, string>>>> = {
  'credential-missing': {
    portal: 'INVALID_JOURNEY_ID',
    face: 'MISSING_ARGUMENT',
    live: 'MISSING_ARGUMENT',
  },
  'credential-unknown': { portal: 'INVALID_JOURNEY_ID', face: 'INVALID_API_KEY', live: 'INVALID_API_KEY' },
  'key-unknown': everywhere('INVALID_API_KEY'),
  'request-too-large': {
    portal: 'Request size exceed 5MB.',
    face: 'PAYLOAD_TOO_LARGE',
    live: 'PAYLOAD_TOO_LARGE',
  },
  'image-missing': {
    portal: 'MISSING_ARGUMENTS',
    face: 'MISSING_ARGUMENTS: imageIdCard or imageBest',
    live: 'Data field is compulsory.',
  },
  'image-in-two-forms': {
    portal: 'UNRESOLVED_PIC_CONTENT',
    face: 'Photo format error',
    live: 'Failed to decode image',
  },
  'image-too-large': everywhere('PAYLOAD_TOO_LARGE'),
  'base64-unreadable': {
    portal: 'UNRESOLVED_PIC_CONTENT',
    face: 'Photo format error',
    live: 'Failed to decode image',
  },
  'image-unrecognised': {
    portal: 'UNRECOGNIZED_IMAGE',
    face: 'Photo format error',
    live: 'Failed to decode image',
  },
  'image-corrupt': {
    portal: 'UNRECOGNIZED_IMAGE',
    face: 'Photo format error',
    live: "Can't read image from bytes",
  },
  'image-too-small': {
    portal: 'UNRECOGNIZED_IMAGE',
    face: 'Photo format error',
    live: 'Failed to decode image',
  },
  'device-header-invalid': everywhere('INVALID_META'),
  'flag-invalid': everywhere('error'),
};

function everywhere(id: string): Record<Family, string> {
  return { portal: id, face: id, live: id };
}
