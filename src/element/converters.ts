import type { ComplexAttributeConverter } from 'lit';
import type { CardFormat } from '../core/card-frame.js';
import type { Delegate, IdCardMode } from '../types/capture.js';

/** True unless the attribute says `off` (or `false`, as frameworks write it). */
export const onByDefault: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== 'off' && value !== 'false',
  toAttribute: (isOn) => (isOn ? null : 'off'),
};

/** Anything else than the documented values means the default. */
export const idCardModeConverter: ComplexAttributeConverter<IdCardMode> = {
  fromAttribute: (value) => (value === 'provided' || value === 'none' ? value : 'ask'),
};

/** Anything else than the documented values means the default. */
export const delegateConverter: ComplexAttributeConverter<Delegate> = {
  fromAttribute: (value) => (value === 'gpu' ? 'gpu' : 'cpu'),
};

/** Anything else than the documented values means the default. */
export const cardFormatConverter: ComplexAttributeConverter<CardFormat> = {
  fromAttribute: (value) => (value === 'passport' ? 'passport' : 'id-1'),
};
