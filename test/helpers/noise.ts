/**
 * A canvas full of noise, which JPEG compresses worst. The generator is seeded: every run sees the same
 * pixels.
 */
export function noise(width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no 2D context.');
  const image = context.createImageData(width, height);
  let state = 1;
  for (let i = 0; i < image.data.length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    image.data[i] = i % 4 === 3 ? 255 : state >>> 24;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
