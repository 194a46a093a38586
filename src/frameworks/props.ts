import type { OkayEventMap } from '../element/events.js';
import type { OkayLiveCapture } from '../element/okay-live-capture.js';
import type { OkayCardEvent } from '../id-card/card-event.js';
import type { OkayIdCard } from '../id-card/okay-id-card.js';
import type { DialectId } from '../types/capture.js';

/** Each may be left out, or be `undefined` where a framework hands on what is not there yet. */
type Optional<Props> = { [Name in keyof Props]?: Props[Name] | undefined };

/** What a template may set on `<okay-live-capture>`, by property. */
export type OkayLiveCaptureProperties = Optional<
  Pick<
    OkayLiveCapture,
    | 'endpoint'
    | 'journeyId'
    | 'apiKey'
    | 'headers'
    | 'idCard'
    | 'idCardMode'
    | 'idCardFormat'
    | 'autoStart'
    | 'review'
    | 'messages'
    | 'limits'
    | 'disabledGuards'
    | 'assetBase'
    | 'modelUrl'
    | 'workerUrl'
    | 'integrity'
    | 'delegate'
    | 'deviceId'
    | 'debug'
    | 'upload'
    | 'accessible'
    | 'feedback'
    | 'name'
    | 'required'
  > & { dialect: DialectId; liveness: boolean | 'on' | 'off' }
>;

/** What a template may set on `<okay-live-capture>` by an attribute that is not called like its property. */
export type OkayLiveCaptureAttributes = Optional<{
  'journey-id': string;
  'id-card': OkayLiveCapture['idCardMode'];
  'id-card-format': OkayLiveCapture['idCardFormat'];
  'auto-start': boolean | '';
  'asset-base': string;
  'model-url': string;
  'worker-url': string;
  'device-id': string;
  disabled: boolean;
}>;

/** What a template may set on `<okay-id-card>`. */
export type OkayIdCardProperties = Optional<Pick<OkayIdCard, 'format' | 'review' | 'messages'>>;

/** The events of `<okay-id-card>` by their names. */
export interface OkayIdCardEventMap {
  'okay-card': OkayCardEvent;
}

/** Listeners by the name of their event behind a prefix: `on` where templates know `onokay-result`. */
export type Listeners<Events, Prefix extends string> = {
  [Name in keyof Events as `${Prefix}${Name & string}`]?: ((event: Events[Name]) => void) | undefined;
};

export type OkayLiveCaptureProps<Prefix extends string = 'on'> = OkayLiveCaptureProperties &
  OkayLiveCaptureAttributes &
  Listeners<OkayEventMap, Prefix>;

export type OkayIdCardProps<Prefix extends string = 'on'> = OkayIdCardProperties &
  Listeners<OkayIdCardEventMap, Prefix>;
