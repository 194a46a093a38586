import { fileURLToPath } from 'node:url';
import { emptyRoom, farFace, goodFace, twoFaces } from '../test/helpers/scenes.ts';
import { writeAtomically } from './atomic-write.ts';

/** A still picture that a fake camera shows for a while. */
export interface StillScene {
  /** Baseline JPEG; all scenes of one file are of the same size. */
  readonly jpeg: Buffer;
  readonly seconds: number;
}

/**
 * The rate at which Chromium plays any MJPEG file given as fake camera: such a file has none of its own.
 * Source: `kMJpegFrameRate` in Chromium's media/capture/video/file_video_capture_device.cc.
 */
export const CHROMIUM_MJPEG_FPS = 30;

/**
 * Makes a film of stills for Chromium's `--use-file-for-fake-video-capture=x.mjpeg`, which it plays in a loop.
 * The file's name must end in `.mjpeg`.
 *
 * @param fps Frames a second at which the file will be played
 * @returns JPEGs one after another, which is all that the format is
 */
export function makeMjpeg(scenes: readonly StillScene[], fps: number = CHROMIUM_MJPEG_FPS): Buffer {
  const frames = scenes.flatMap(({ jpeg, seconds }, i) => {
    const count = Math.round(seconds * fps);
    if (!(count >= 1)) {
      throw new RangeError(
        `Scene ${i + 1} would last ${seconds} s, less than one frame at ${fps} frames a second.`,
      );
    }
    return Array.from({ length: count }, () => jpeg);
  });
  return Buffer.concat(frames);
}

async function main(file: string | undefined): Promise<void> {
  if (!file?.endsWith('.mjpeg')) {
    console.error('Usage: tsx scripts/make-mjpeg.ts FILE.mjpeg');
    process.exitCode = 1;
    return;
  }
  const scenes = [
    { jpeg: await emptyRoom(), seconds: 3 },
    { jpeg: await farFace(), seconds: 3 },
    { jpeg: await twoFaces(), seconds: 3 },
    { jpeg: await goodFace(), seconds: 6 },
  ];
  const film = makeMjpeg(scenes);
  await writeAtomically(file, film);
  console.log(`${file}: empty room, far face, two faces, good face; ${film.length} bytes.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);
