/** Vue 3: `import type {} from 'okay-live-capture/vue'` makes the tags known to templates. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { OkayEventMap } from '../element/events.js';
import type {
  OkayIdCardEventMap,
  OkayIdCardProperties,
  OkayLiveCaptureAttributes,
  OkayLiveCaptureProperties,
} from './props.js';

type Capitalised<Name> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Capitalised<Rest>}`
  : Capitalize<Name & string>;

/** Vue looks for `onOkayResult` where a template says `@okay-result`. */
type VueListeners<Events> = {
  [Name in keyof Events as `on${Capitalised<Name>}`]?: (event: Events[Name]) => void;
};

type Tag<Props, Events> = new () => {
  $props: PublicProps & HTMLAttributes & Props & VueListeners<Events>;
};

declare module 'vue' {
  interface GlobalComponents {
    'okay-live-capture': Tag<OkayLiveCaptureProperties & OkayLiveCaptureAttributes, OkayEventMap>;
    'okay-id-card': Tag<OkayIdCardProperties, OkayIdCardEventMap>;
  }
}
