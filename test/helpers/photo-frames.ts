import { captureFrame } from '../../src/core/capture-frame.js';
import type { Size } from '../../src/types/frame.js';

/** A usual camera. Its capture frame is 810 × 1080. */
export const CAMERA: Size = { width: 1920, height: 1080 };

/**
 * What a camera would show of a photograph: the whole of it, as large as fits the capture frame, on grey.
 * Where the camera has no capture frame, as large as fits the camera.
 */
export async function cameraShowing(photo: string, camera: Size = CAMERA): Promise<OffscreenCanvas> {
  const picture = await loadPhoto(photo);
  const canvas = emptyCamera(camera);
  const context = contextOf(canvas);
  const room = captureFrame(camera)?.crop ?? { x: 0, y: 0, ...camera };
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    picture,
    room.x + (room.width - width) / 2,
    room.y + (room.height - height) / 2,
    width,
    height,
  );
  picture.close();
  return canvas;
}

/** A camera that shows an evenly grey wall. */
export function emptyCamera(camera: Size = CAMERA): OffscreenCanvas {
  const canvas = new OffscreenCanvas(camera.width, camera.height);
  const context = contextOf(canvas);
  context.fillStyle = 'rgb(128, 128, 128)';
  context.fillRect(0, 0, camera.width, camera.height);
  return canvas;
}

async function loadPhoto(photo: string): Promise<ImageBitmap> {
  const answer = await fetch(`/test/fixtures/photos/${photo}`);
  if (!answer.ok) throw new Error(`no photo ${photo}: HTTP ${answer.status}`);
  return createImageBitmap(await answer.blob());
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  return context;
}
