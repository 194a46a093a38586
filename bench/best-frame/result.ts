import type { Group } from '../guards/random.ts';

/** What became of one sequence of frames. */
export interface SequenceResult {
  readonly id: string;
  readonly file: string;
  readonly group: Group;
  readonly blinks: boolean;
  /** null where no photo was taken. */
  readonly photo: PhotoResult | null;
}

export interface PhotoResult {
  /** How many frames of the hold were less damaged than the chosen one; 0 for the best. */
  readonly betterFrames: number;
  /** Frames of the hold that could be chosen. */
  readonly frames: number;
  /** From the first frame of the sequence to the one with which the photo was taken, milliseconds. */
  readonly tookMs: number;
  /** Whether the lids were down in the chosen frame. */
  readonly eyesClosed: boolean;
  /** How often the file was refused before, so that the hold began anew. */
  readonly refused: number;
  /** `guard/measure` of everything that fails in the file, judged alone. */
  readonly failing: readonly string[];
  /** The file as a data URL, where something is wrong with it. */
  readonly picture: string | null;
}

/** What the command asks of the page. */
export interface BestFrameBench {
  /** Loads the engines and the people, and tells how many sequences there can be: every person's, one after the other. */
  open(): Promise<{ readonly people: readonly string[]; readonly leftOut: readonly string[] }>;
  /** Plays a sequence of one person. */
  play(file: string, number: number): Promise<SequenceResult>;
}

declare global {
  var bestFrameBench: BestFrameBench;
}
