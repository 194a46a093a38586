import { expect } from '@open-wc/testing';
import { feedPixels } from '../../src/adapters/feed-pixels.js';
import { noise } from '../helpers/noise.js';

const SIZE = { width: 30, height: 20 };

describe('feedPixels', () => {
  it('gives back the pixels of an ImageData as WebGL does, without drawing them', () => {
    const picture = noisyPicture();
    const [plain, fed] = [startWebGl(), startWebGl()];
    feedPixels(fed);
    const straight = throughTexture(plain, picture);
    expect(throughTexture(fed, picture)).to.deep.equal(straight);
    expect(straight).to.deep.equal(picture.data);
    expect(fed.getError()).to.equal(fed.NO_ERROR);
  });

  it('writes where it was told to', () => {
    const picture = noisyPicture();
    const gl = startWebGl();
    feedPixels(gl);
    const memory = new Uint8Array(16 + picture.data.length + 16);
    throughTexture(gl, picture, memory, 16);
    expect(memory.slice(16, -16)).to.deep.equal(Uint8Array.from(picture.data));
    expect([...memory.slice(0, 16), ...memory.slice(-16)].every((byte) => byte === 0)).to.equal(true);
  });

  it('leaves other sources to WebGL', () => {
    const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.fillStyle = 'rgb(10, 20, 30)';
    context.fillRect(0, 0, SIZE.width, SIZE.height);
    const gl = startWebGl();
    feedPixels(gl);
    throughTexture(gl, noisyPicture());
    expect([...throughTexture(gl, canvas).slice(0, 4)]).to.deep.equal([10, 20, 30, 255]);
  });
});

function noisyPicture(): ImageData {
  const context = noise(SIZE.width, SIZE.height).getContext('2d');
  if (!context) throw new Error('no 2d context');
  return context.getImageData(0, 0, SIZE.width, SIZE.height);
}

function startWebGl(): WebGL2RenderingContext {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) throw new Error('no WebGL 2');
  return gl;
}

/** Uploads a picture as the library does and reads it back as the engine does. */
function throughTexture(
  gl: WebGL2RenderingContext,
  picture: ImageData | OffscreenCanvas,
  into = new Uint8Array(4 * picture.width * picture.height),
  offset = 0,
): Uint8ClampedArray {
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  gl.framebufferTexture2D(
    gl.FRAMEBUFFER,
    gl.COLOR_ATTACHMENT0,
    gl.TEXTURE_2D,
    gl.getParameter(gl.TEXTURE_BINDING_2D),
    0,
  );
  gl.readPixels(0, 0, picture.width, picture.height, gl.RGBA, gl.UNSIGNED_BYTE, into, offset);
  return Uint8ClampedArray.from(into);
}
