import type { PixelSource } from '../core/observe.js';
import type { Rect, Size } from '../types/frame.js';

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

/** From this reduction on, a read tells averages only. */
const THUMBNAIL_SCALE = 8;

/**
 * Reads regions of what a surface shows. Outside of it there is nothing, which reads as transparent.
 *
 * @param scratch Overwritten by every read.
 */
export function pixelsOf(shown: Surface, scratch: Surface): PixelSource {
  return {
    read({ x, y, width, height }: Rect, size: Size) {
      resize(scratch, {
        width: Math.max(scratch.canvas.width, size.width),
        height: Math.max(scratch.canvas.height, size.height),
      });
      // The best smoothing costs as much as the whole of what it reads, and a thumbnail of averages needs none.
      scratch.context.imageSmoothingQuality = height > THUMBNAIL_SCALE * size.height ? 'low' : 'high';
      scratch.context.clearRect(0, 0, size.width, size.height);
      scratch.context.drawImage(shown.image, x, y, width, height, 0, 0, size.width, size.height);
      return scratch.context.getImageData(0, 0, size.width, size.height);
    },
  };
}
