/** Everything for bundlers. Registers nothing: import `okay-live-capture/define.js` for the tags. */
export { OkayLiveCapture, type RunOptions } from './element/okay-live-capture.js';
export { OkayIdCard, type CardReview } from './id-card/okay-id-card.js';
export { OkayCardEvent, type CardFields } from './id-card/card-event.js';
export type { CardFormat } from './core/card-frame.js';
export type { CardFault } from './core/card-judge.js';
export * from './element/events.js';
export { CaptureError, isCaptureError, OWN_ERROR_CODES, type CaptureErrorCode } from './core/errors.js';
export { LIMIT_SPECS, mergeLimits, type LimitName, type LimitOverrides, type Limits } from './core/limits.js';
export type { Score } from './core/score.js';
export type { CaptureObstacle } from './adapters/can-capture.js';
export type { PreloadOptions } from './adapters/preload.js';
export type { TextKey, Texts } from './locales/texts.js';
export * from './types/capture.js';
export type * from './types/frame.js';
