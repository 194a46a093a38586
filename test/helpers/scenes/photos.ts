import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rect } from '../../../src/types/frame.ts';

/** One row of `test/fixtures/photos.json`; its README tells what the fields mean. */
export interface Photo {
  readonly file: string;
  readonly source: string;
  readonly licence: string;
  readonly faces: 0 | 1;
  readonly frontal: boolean;
  readonly faceBox: Rect | null;
  readonly note: string;
}

const FIXTURES = new URL('../../fixtures/', import.meta.url);

/** All fixture photos. */
export function fixturePhotos(): readonly Photo[] {
  const { photos } = JSON.parse(readFileSync(new URL('photos.json', FIXTURES), 'utf8')) as {
    photos: Photo[];
  };
  return photos;
}

/** Absolute path of a fixture photo. */
export function photoPath(file: string): string {
  return fileURLToPath(new URL(`photos/${file}`, FIXTURES));
}

/** Bounds of the face oval in a fixture photo, in its pixels. */
export function faceBoxOf(file: string): Rect {
  const photo = fixturePhotos().find((row) => row.file === file);
  if (!photo) throw new Error(`No fixture photo ${file}: see test/fixtures/photos.json.`);
  if (!photo.faceBox) throw new Error(`Fixture photo ${file} shows no face that could be placed.`);
  return photo.faceBox;
}
