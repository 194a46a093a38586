import 'okay-live-capture/define.js';
import type {} from 'okay-live-capture/preact';
import type { CaptureError, OkayVerdict } from 'okay-live-capture';

interface CaptureProps {
  readonly journeyId: string;
  readonly onVerdict: (verdict: OkayVerdict) => void;
  readonly onError: (error: CaptureError) => void;
}

/** Preact sets properties and listens to events of custom elements by itself. */
export function Capture({ journeyId, onVerdict, onError }: CaptureProps) {
  return (
    <okay-live-capture
      endpoint="/api/ekyc/okayface/v1-1"
      journeyId={journeyId}
      onokay-result={({ verdict }) => onVerdict(verdict)}
      onokay-error={({ error }) => onError(error)}
    />
  );
}
