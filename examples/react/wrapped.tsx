import { createComponent, type EventName } from '@lit/react';
import 'okay-live-capture/define.js';
import { OkayLiveCapture, type OkayErrorEvent, type OkayResultEvent } from 'okay-live-capture';
import React from 'react';

/** For event names in React's own style, and for React before 19. */
export const Capture = createComponent({
  react: React,
  tagName: 'okay-live-capture',
  elementClass: OkayLiveCapture,
  events: {
    onOkayResult: 'okay-result' as EventName<OkayResultEvent>,
    onOkayError: 'okay-error' as EventName<OkayErrorEvent>,
  },
});
