import { CaptureError } from '../core/errors.js';
import type { Canvas, Canvases } from './surface.js';

/** A canvas for the engine's WebGL, which even the CPU delegate needs for taking images in. */
export interface GlCanvas {
  readonly canvas: Canvas;
  readonly context: WebGL2RenderingContext;
  /** Whether the browser took it away before it was given back. */
  readonly isLost: boolean;
  /**
   * Gives the WebGL context back: a page may have only some 16 of them, and garbage collection comes late.
   */
  release(): void;
}

/**
 * Starts WebGL 2.
 *
 * @param onLost Called where the browser takes the context away later, on a GPU reset for example.
 * @throws {CaptureError} `ENGINE_UNAVAILABLE` where there is no WebGL 2.
 */
export function startGl(canvases: Canvases, onLost: (error: CaptureError) => void): GlCanvas {
  const webgl = canvases.webgl2();
  if (!webgl) {
    throw new CaptureError(
      'ENGINE_UNAVAILABLE',
      'The face engine needs WebGL 2, which this browser does not give here. Hardware acceleration may be ' +
        'switched off.',
    );
  }
  const { canvas, context } = webgl;
  const lost = () => onLost(contextLost());
  canvas.addEventListener('webglcontextlost', lost);
  let isReleased = false;
  let wasLost = false;
  return {
    canvas,
    context,
    get isLost() {
      return isReleased ? wasLost : context.isContextLost();
    },
    release() {
      wasLost = this.isLost;
      isReleased = true;
      canvas.removeEventListener('webglcontextlost', lost);
      context.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

export function contextLost(): CaptureError {
  return new CaptureError(
    'ENGINE_FAILED',
    'The browser took the WebGL context of the face engine away. Start again.',
    { recoverable: true },
  );
}
