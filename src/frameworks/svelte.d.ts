/** Svelte 5: `import type {} from 'okay-live-capture/svelte'` makes the tags known to templates. */
import type { HTMLAttributes } from 'svelte/elements';
import type { OkayLiveCapture } from '../element/okay-live-capture.js';
import type { OkayIdCard } from '../id-card/okay-id-card.js';
import type { OkayIdCardProps, OkayLiveCaptureProps } from './props.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'okay-live-capture': HTMLAttributes<OkayLiveCapture> & OkayLiveCaptureProps;
    'okay-id-card': HTMLAttributes<OkayIdCard> & OkayIdCardProps;
  }
}
