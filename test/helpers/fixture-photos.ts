import type { PhotoFace } from './canvas-camera.js';

interface PhotoEntry {
  readonly file: string;
  readonly faces: number;
  readonly frontal: boolean;
  readonly faceBox: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

const FOLDER = '/test/fixtures/';

/** The list of fixture photographs with what is in them. */
export async function photoList(): Promise<readonly PhotoEntry[]> {
  const { photos } = (await (await fetch(`${FOLDER}photos.json`)).json()) as {
    photos: readonly PhotoEntry[];
  };
  return photos;
}

/**
 * A fixture photograph with the place of its face.
 *
 * @throws Error where there is no such photo, or no face in it
 */
export async function photoFace(file: string): Promise<PhotoFace> {
  const entry = (await photoList()).find((photo) => photo.file === file);
  if (!entry?.faceBox) throw new Error(`No face is listed for ${file}.`);
  const answer = await fetch(`${FOLDER}photos/${file}`);
  return { photo: await createImageBitmap(await answer.blob()), face: entry.faceBox };
}
