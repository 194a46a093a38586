import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { CHROMIUM_MJPEG_FPS, makeMjpeg } from '../../scripts/make-mjpeg.ts';
import type { Size } from '../../src/types/frame.ts';
import { emptyRoom, scene, type Placement } from '../../test/helpers/scenes.ts';

/** Files for Chromium's fake camera, in a folder that is removed in the end. */
export class Films {
  readonly #folder: string;
  readonly #made = new Map<string, Promise<string>>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<Films> {
    return new Films(await mkdtemp(join(tmpdir(), 'okay-films-')));
  }

  /** A face that moves around the middle in a circle, without end. */
  movingFace(size: Size): Promise<string> {
    return this.movingFaces(size, [{ file: 'christian.jpg', faceHeight: 0.45 }], `face-${nameOf(size)}`);
  }

  movingFaces(size: Size, people: readonly Placement[], name: string): Promise<string> {
    return this.#make(name, () => moving(size, people));
  }

  /** A room without anybody, and then the face that stays and moves a little. */
  arrival(size: Size, faceHeight: number): Promise<string> {
    return this.#make(`arrival-${nameOf(size)}`, async () => {
      const nobody = Array.from({ length: 2 * CHROMIUM_MJPEG_FPS }, () => emptyRoom(size));
      const face = await moving(size, [{ file: 'christian.jpg', faceHeight }]);
      return [
        ...(await Promise.all(nobody.slice(0, 1))).flatMap((jpeg) => nobody.map(() => jpeg)),
        ...face,
        ...face,
      ];
    });
  }

  close(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }

  #make(name: string, frames: () => Promise<readonly Buffer[]>): Promise<string> {
    const made = this.#made.get(name) ?? this.#write(name, frames());
    this.#made.set(name, made);
    return made;
  }

  async #write(name: string, frames: Promise<readonly Buffer[]>): Promise<string> {
    // Chromium tells the format by the ending.
    const file = join(this.#folder, `${name}.mjpeg`);
    const film = (await frames).map((jpeg) => ({ jpeg, seconds: 1 / CHROMIUM_MJPEG_FPS }));
    await writeFile(file, makeMjpeg(film));
    return file;
  }
}

export const nameOf = ({ width, height }: Size) => `${width}×${height}`;

const SECONDS = 2;
/** Share of the frame's shorter side by which the picture moves each way. */
const SWING = 0.03;

/** One round of a picture that moves in a circle, so that the film's end meets its beginning. */
async function moving({ width, height }: Size, people: readonly Placement[]): Promise<Buffer[]> {
  const swing = Math.round(SWING * Math.min(width, height));
  const large = { width: width + 2 * swing, height: height + 2 * swing };
  const picture = await sharp(await scene({ photos: people, size: large }))
    .raw()
    .toBuffer();
  const raw = { ...large, channels: 3 } as const;
  const count = SECONDS * CHROMIUM_MJPEG_FPS;
  const frames: Buffer[] = [];
  for (let frame = 0; frame < count; frame += 1) {
    const angle = (2 * Math.PI * frame) / count;
    const left = Math.round(swing * (1 + Math.cos(angle)));
    const top = Math.round(swing * (1 + Math.sin(angle)));
    frames.push(
      await sharp(picture, { raw })
        .extract({ left, top, width, height })
        .jpeg({ quality: 90, chromaSubsampling: '4:2:0' })
        .toBuffer(),
    );
  }
  return frames;
}
