import { CaptureError } from '../core/errors.js';
import type { Canvas, Canvases } from './surface.js';

/** A canvas for the engine's WebGL, which even the CPU delegate needs for taking images in. */
export interface GlCanvas {
  readonly canvas: Canvas;
  readonly context: WebGL2RenderingContext;
  /** Whether it is gone: given back, or taken away by the browser, on a GPU reset for example. */
  readonly isLost: boolean;
  /**
   * Gives the WebGL context back: a page may have only some 16 of them, and garbage collection comes late.
   */
  release(): void;
}

/**
 * Starts WebGL 2.
 *
 * @throws {CaptureError} `ENGINE_UNAVAILABLE` where there is no WebGL 2.
 */
export function startGl(canvases: Canvases): GlCanvas {
  // Chromium refuses once when its GPU process ended, and begins a new one at that.
  const webgl = canvases.webgl2() ?? canvases.webgl2();
  if (!webgl) {
    throw new CaptureError(
      'ENGINE_UNAVAILABLE',
      'The face engine gets no WebGL 2 here. Is hardware acceleration off?',
    );
  }
  const { canvas, context } = webgl;
  return {
    canvas,
    context,
    get isLost() {
      return context.isContextLost();
    },
    release() {
      context.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
