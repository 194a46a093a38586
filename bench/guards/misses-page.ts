import { isRight } from './tally.ts';
import type { SceneResult } from './result.ts';

/** A page with the picture of every scene whose hint was wrong, so that a person can look. */
export function missesPage(results: readonly SceneResult[]): string {
  const misses = results.filter((result) => !isRight(result));
  const figures = misses.map(
    ({ id, group, expect, hint, picture }) => `<figure>
<img src="${picture ?? ''}" alt="">
<figcaption>${id}<br>${group}<br>wanted ${expect ?? 'a photo'}<br>got ${hint ?? 'a photo'}</figcaption>
</figure>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Misses of the guards</title>
<style>
body { font: 12px/1.4 sans-serif; display: flex; flex-wrap: wrap; gap: 12px; }
figure { margin: 0; width: 180px; overflow-wrap: anywhere; }
</style>
<h1>${misses.length} of ${results.length} scenes</h1>
${figures.join('\n')}
`;
}
