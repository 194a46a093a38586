import { CaptureError } from '../core/errors.js';
import type { Canvases } from './surface.js';

/** Canvases of a worker. WebKitGTK and Safari before 17 give them no WebGL. */
export const offScreenCanvases: Canvases = {
  webgl2() {
    if (typeof OffscreenCanvas === 'undefined') return null;
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('webgl2', { antialias: false });
    return context && { canvas, context };
  },
  surface({ width, height }) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw noCanvas(width, height);
    return { canvas, image: canvas, context };
  },
};

export function noCanvas(width: number, height: number): CaptureError {
  return new CaptureError(
    'ENGINE_FAILED',
    `The browser gave no 2D canvas of ${width}×${height} pixels. It may be short of memory.`,
    { recoverable: true },
  );
}
