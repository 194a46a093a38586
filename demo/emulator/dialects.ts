/**
 * What the emulator speaks, written from the vendor's pages and not from `src/okayface`:
 * the two sides of a contract must not share a mistake.
 */

/** Whose manners an endpoint has: the eKYC portal's, individual OkayFace's or individual OkayLive's. */
export type Family = 'portal' | 'face' | 'live';

/** Field names of one image; a dialect takes it as a file, as base64 text, or as either. */
export interface ImageFields {
  readonly file?: string;
  readonly base64?: string;
}

export interface Dialect {
  readonly id: string;
  /** The first is the vendor's path. */
  readonly paths: readonly string[];
  readonly family: Family;
  readonly credential: 'journeyId' | 'apiKey';
  readonly body: 'multipart' | 'json';
  readonly selfie: ImageFields;
  /** Null where only the selfie is sent. */
  readonly card: ImageFields | null;
  /** Whether an answer tells of liveness; `asked` means by the field `livenessDetection`. */
  readonly liveness: 'always' | 'asked' | 'never';
  /** Where the scores of liveness stand in an answer. */
  readonly livenessPlace: 'imageBestLiveness' | 'top';
  /** Whether the field `blacklistFaceSearch` is known. */
  readonly blacklist: boolean;
  /** The v4 answers are on a scale of their own, with a threshold of 1.0. */
  readonly confidenceScale: 'percent' | 'v4';
  readonly requestId: boolean;
  /** Header with device information, and the operating systems that it may name. */
  readonly deviceHeader: {
    readonly name: 'livenessMeta' | 'Meta';
    readonly systems: readonly string[];
  } | null;
}

/** "UNKOWN" is how a table of the centralized OkayFace page spells the last one. */
const LIVENESS_META = {
  name: 'livenessMeta',
  systems: ['IOS', 'ANDROID', 'DESKTOP', 'UNKNOWN', 'UNKOWN'],
} as const;

const PORTAL_FACE = {
  family: 'portal',
  credential: 'journeyId',
  body: 'multipart',
  selfie: { file: 'imageBest', base64: 'imageBestBase64' },
  card: { file: 'imageIdCard', base64: 'imageIdCardBase64' },
  liveness: 'asked',
  livenessPlace: 'imageBestLiveness',
  blacklist: false,
  confidenceScale: 'percent',
  requestId: true,
} as const;

const FACE = {
  family: 'face',
  credential: 'apiKey',
  livenessPlace: 'imageBestLiveness',
  blacklist: false,
  confidenceScale: 'percent',
  requestId: true,
  deviceHeader: null,
} as const;

const FACE_FILES = {
  ...FACE,
  body: 'multipart',
  selfie: { file: 'imageBest' },
  card: { file: 'imageIdCard' },
} as const;

const FACE_JSON = {
  ...FACE,
  body: 'json',
  selfie: { base64: 'imageBest' },
  card: { base64: 'imageIdCard' },
} as const;

const LIVE = {
  body: 'multipart',
  card: null,
  liveness: 'always',
  livenessPlace: 'top',
  blacklist: false,
  confidenceScale: 'percent',
  requestId: false,
} as const;

/**
 * One row per documented wire format. Sources: centralized OkayFace version 1 and version 2, centralized
 * OkayLive (EMAS eKYC portal docs); OkayFace face verification versions, OkayLive anti-spoofing versions
 * (eKYC API docs).
 */
export const DIALECTS: readonly Dialect[] = [
  {
    ...PORTAL_FACE,
    id: 'portal-v1-1',
    paths: ['/api/ekyc/okayface/v1-1', '/api/okayface'],
    deviceHeader: LIVENESS_META,
  },
  { ...PORTAL_FACE, id: 'portal-v1', paths: ['/api/ekyc/okayface'], deviceHeader: null },
  {
    ...PORTAL_FACE,
    id: 'portal-v2',
    paths: ['/api/ekyc/okayface/v2'],
    blacklist: true,
    requestId: false,
    deviceHeader: LIVENESS_META,
  },
  {
    ...FACE_FILES,
    id: 'face-v2',
    paths: ['/api/faceid/v2/verify'],
    liveness: 'never',
    deviceHeader: LIVENESS_META,
  },
  { ...FACE_FILES, id: 'face-v2-1', paths: ['/api/faceid/v2-1/verify'], liveness: 'always' },
  { ...FACE_JSON, id: 'face-v2-2', paths: ['/api/faceid/v2-2/verify'], liveness: 'always' },
  {
    ...FACE_JSON,
    id: 'face-v4',
    paths: ['/api/faceid/v4/verify'],
    liveness: 'never',
    confidenceScale: 'v4',
  },
  {
    ...FACE_JSON,
    id: 'face-v4-1',
    paths: ['/api/faceid/v4-1/verify'],
    liveness: 'always',
    confidenceScale: 'v4',
  },
  {
    ...LIVE,
    id: 'live-v1',
    paths: ['/api/check_liveness'],
    family: 'live',
    credential: 'apiKey',
    selfie: { file: 'data' },
    deviceHeader: { name: 'Meta', systems: ['IOS', 'ANDROID', 'UNKNOWN'] },
  },
  {
    ...LIVE,
    id: 'portal-live',
    paths: ['/api/ekyc/okaylive'],
    family: 'portal',
    credential: 'journeyId',
    selfie: { file: 'imageBest' },
    deviceHeader: null,
  },
];

/** Where the portal makes journeys, create JourneyID (EMAS eKYC portal docs). */
export const JOURNEY_PATH = '/api/ekyc/journeyid';

export function dialectAt(path: string): Dialect | undefined {
  return DIALECTS.find(({ paths }) => paths.includes(path));
}
