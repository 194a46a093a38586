import 'okay-live-capture/define.js';
import type {} from 'okay-live-capture/react';
import type { CaptureError, OkayVerdict } from 'okay-live-capture';

interface CaptureProps {
  readonly journeyId: string;
  readonly onVerdict: (verdict: OkayVerdict) => void;
  readonly onError: (error: CaptureError) => void;
}

/** React 19 sets properties and listens to events by itself. */
export function TypedTag({ journeyId, onVerdict, onError }: CaptureProps) {
  return (
    <okay-live-capture
      endpoint="/api/ekyc/okayface/v1-1"
      journeyId={journeyId}
      onokay-result={({ verdict }) => onVerdict(verdict)}
      onokay-error={({ error }) => onError(error)}
    />
  );
}
