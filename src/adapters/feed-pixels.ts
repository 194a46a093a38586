type FromSource = [
  target: number,
  level: number,
  internal: number,
  format: number,
  type: number,
  source: TexImageSource,
];

/**
 * Gives the engine's CPU delegate its pictures without a way through WebGL. The library uploads each as a texture, and
 * the engine's next call reads that texture back, for which the GPU, or what stands in for it, must be waited for. On
 * this context the texture of an `ImageData` stays empty, and reading it back copies the pixels that were to be
 * uploaded, which are the same ones. Everything else goes to WebGL as before.
 *
 * @param context The engine's own; nothing else may read textures back with it.
 */
export function feedPixels(context: WebGL2RenderingContext): void {
  let fed: ImageData | null = null;
  const upload = context.texImage2D.bind(context);
  const readBack = context.readPixels.bind(context);

  const texImage2D = (...given: FromSource | unknown[]): void => {
    const [target, level, internalFormat, format, type, source] = given as FromSource;
    if (given.length !== 6 || !(source instanceof ImageData)) {
      fed = null;
      return Reflect.apply(upload, context, given);
    }
    fed = source;
    // The engine needs a texture that can be read, whatever its size.
    upload(target, level, internalFormat, 1, 1, 0, format, type, null);
  };

  const readPixels = (...given: Parameters<WebGL2RenderingContext['readPixels']>): void => {
    const [, , width, height, format, type, into, offset = 0] = given as unknown as ReadIntoView;
    const isWhole = fed?.width === width && fed.height === height;
    const isBytes = format === context.RGBA && type === context.UNSIGNED_BYTE && into instanceof Uint8Array;
    if (fed && isWhole && isBytes) into.set(fed.data, offset);
    else readBack(...given);
  };

  Object.assign(context, { texImage2D, readPixels });
}

type ReadIntoView = [
  x: number,
  y: number,
  width: number,
  height: number,
  format: number,
  type: number,
  into: ArrayBufferView | null,
  offset?: number,
];
