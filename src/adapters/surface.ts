import type { Size } from '../types/frame.js';

export type Canvas = OffscreenCanvas | HTMLCanvasElement;

/** What both kinds of 2D context have and this package uses. */
export type Context2d = Pick<
  OffscreenCanvasRenderingContext2D,
  | 'drawImage'
  | 'clearRect'
  | 'getImageData'
  | 'putImageData'
  | 'imageSmoothingEnabled'
  | 'imageSmoothingQuality'
>;

/** A canvas that is drawn on and read back. */
export interface Surface {
  readonly canvas: Canvas;
  /** The canvas again, as something to draw or to detect faces in. */
  readonly image: Extract<CanvasImageSource, TexImageSource>;
  readonly context: Context2d;
}

/** How canvases are made where the analyser runs: off screen in a worker, as elements on the page. */
export interface Canvases {
  /**
   * A canvas with WebGL 2, without the smoothing of edges that the engine never draws; null where there is
   * none.
   */
  webgl2(): { readonly canvas: Canvas & EventTarget; readonly context: WebGL2RenderingContext } | null;
  /**
   * A canvas in main memory (`willReadFrequently`): all of them are read back, and the GPU would have to be
   * waited for every time.
   *
   * @throws {CaptureError} `ENGINE_FAILED` where the browser gives no 2D context.
   */
  surface(size: Size): Surface;
}

/** Gives a surface another size, which clears it; nothing happens where it has that size already. */
export function resize({ canvas, context }: Surface, { width, height }: Size): void {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  // A change of size resets the context's state.
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
}
