import { countingFetch } from '../adapters/counting-fetch.js';
import { submit, type SubmitDeps, type SubmitOptions } from '../okayface/client.js';
import type { Answer } from '../okayface/response.js';
import { thisSystem } from './this-system.js';

export interface CountedDeps extends SubmitDeps {
  /** Whether the body may go as a stream, so that its progress can be told. */
  readonly mayStream: boolean;
}

/**
 * Posts the images once and reads the verdict, and tells how much is sent where browser and connection do.
 *
 * @throws like `submit`
 */
export async function countedSubmit(
  given: Omit<SubmitOptions, 'os'>,
  { mayStream, ...deps }: CountedDeps,
): Promise<Answer> {
  const options = { ...given, os: thisSystem() };
  const { onProgress } = deps;
  if (!mayStream || !onProgress) return submit(options, deps);
  let imageBytes = 0;
  const started = (loaded: number, total: number) => {
    imageBytes = total;
    onProgress(loaded, total);
  };
  // The body is somewhat larger than the images, by a third where they are base64.
  const fetch = countingFetch(deps.fetch, (sent, total) =>
    onProgress(Math.round((imageBytes * sent) / total), imageBytes),
  );
  return submit(options, { ...deps, fetch, onProgress: started });
}
