'use client';

import { createComponent, type EventName } from '@lit/react';
import 'okay-live-capture/define.js';
import { OkayLiveCapture, type OkayErrorEvent, type OkayResultEvent } from 'okay-live-capture';
import React, { useState } from 'react';

/** React gives no listeners to tags that came from the server; the wrapper does. */
const LiveCapture = createComponent({
  react: React,
  tagName: 'okay-live-capture',
  elementClass: OkayLiveCapture,
  events: {
    onOkayResult: 'okay-result' as EventName<OkayResultEvent>,
    onOkayError: 'okay-error' as EventName<OkayErrorEvent>,
  },
});

export function Capture() {
  const [result, setResult] = useState('');
  return (
    <>
      <LiveCapture
        endpoint="/api/okayface"
        onOkayResult={({ verdict }) => setResult(verdict.matched ? 'Same person' : 'Another person')}
        onOkayError={({ error }) => setResult(`${error.code}: ${error.message}`)}
      />
      <output>{result}</output>
    </>
  );
}
