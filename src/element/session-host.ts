import type { ReactiveControllerHost } from 'lit';
import type { LivenessOs } from '../okayface/request.js';
import type { GuardId, Delegate, IdCardMode } from '../types/capture.js';
import type { Limits } from '../core/limits.js';
import type { Pace } from '../core/pace.js';
import type { Texts } from '../locales/texts.js';
import type { Services } from './services.js';

/** What a session reads of its element, anew at every step. */
export interface SessionHost extends ReactiveControllerHost, EventTarget {
  readonly endpoint: string | undefined;
  readonly dialect: string;
  readonly journeyId: string | undefined;
  readonly apiKey: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly liveness: boolean;
  readonly idCard: Blob | null;
  readonly idCardMode: IdCardMode;
  readonly review: boolean;
  readonly resolvedLimits: Limits;
  readonly disabledGuards: readonly GuardId[];
  readonly assetBase: string | undefined;
  readonly modelUrl: string | undefined;
  readonly workerUrl: string | undefined;
  readonly integrity: string | null | undefined;
  readonly delegate: Delegate;
  readonly deviceId: string | undefined;
  readonly debug: boolean;
  readonly pace: Pace;
  /** In the language of the element. */
  readonly texts: Texts;
  readonly services: Services;
  readonly baseURI: string;
  readonly hasFrameListeners: boolean;
}

export type { LivenessOs };
