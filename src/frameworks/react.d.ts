/** React 19: `import type {} from 'okay-live-capture/react'` makes the tags known to JSX. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { OkayLiveCapture } from '../element/okay-live-capture.js';
import type { OkayIdCard } from '../id-card/okay-id-card.js';
import type { OkayIdCardProps, OkayLiveCaptureProps } from './props.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'okay-live-capture': DetailedHTMLProps<HTMLAttributes<OkayLiveCapture>, OkayLiveCapture> &
        OkayLiveCaptureProps;
      'okay-id-card': DetailedHTMLProps<HTMLAttributes<OkayIdCard>, OkayIdCard> & OkayIdCardProps;
    }
  }
}
