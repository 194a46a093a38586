/** Preact: `import type {} from 'okay-live-capture/preact'` makes the tags known to JSX. */
import type { HTMLAttributes } from 'preact';
import type { OkayLiveCapture } from '../element/okay-live-capture.js';
import type { OkayIdCard } from '../id-card/okay-id-card.js';
import type { OkayIdCardProps, OkayLiveCaptureProps } from './props.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'okay-live-capture': HTMLAttributes<OkayLiveCapture> & OkayLiveCaptureProps;
      'okay-id-card': HTMLAttributes<OkayIdCard> & OkayIdCardProps;
    }
  }
}
