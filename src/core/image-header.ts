import type { Size } from '../types/frame.js';

/** What the structure of an image file tells before anything is decoded. */
export interface ImageHeader extends Size {
  /** Whether the file reaches its own end mark. Browsers draw a truncated image without saying so. */
  readonly complete: boolean;
  /** Whether it holds nothing but the picture: no EXIF, place, time, text or trailing bytes. */
  readonly bare: boolean;
}
