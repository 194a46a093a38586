import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchWith } from '../../bench/speed/camera-browser.ts';
import { Films } from '../../bench/speed/films.ts';
import { measureFrames, type FrameRun } from '../../bench/speed/frames.ts';
import { measureGarbage } from '../../bench/speed/garbage.ts';
import { measureIdle } from '../../bench/speed/idle.ts';
import { measureBytes, measureLoading, type LoadingRun } from '../../bench/speed/loading.ts';
import { BARE_WORKER, ELEMENT, type Side } from '../../bench/speed/side.ts';
import { openSite, type Site } from '../../bench/speed/site.ts';
import { ratio } from '../../bench/speed/statistics.ts';

/**
 * The short form of `npm run bench:speed`. Both sides run in turn on the same film, and only their ratios are held, with
 * room for a machine that does other things: a mistake that doubles the work of a frame is found, a tenth is not.
 */
const SIZE = { width: 1280, height: 720 };
const PERIOD = { warmUpMs: 500, measureMs: 2000 };
const RUNS = 3;
const SIDES = [ELEMENT, BARE_WORKER] as const;

interface Run {
  readonly frames: FrameRun;
  readonly loading: LoadingRun;
}

describe('speed beside the bare engine', { timeout: 180_000 }, () => {
  let films: Films;
  let site: Site;
  let browser: Browser;
  const runs = new Map<Side, Run[]>(SIDES.map((side) => [side, []]));
  const of = (side: Side, value: (run: Run) => number) => (runs.get(side) ?? []).map(value);

  before(async () => {
    films = await Films.open();
    site = await openSite({ isPacked: false });
    browser = await launchWith(await films.movingFace(SIZE));
    const context = await browser.newContext();
    for (const side of SIDES) await measureLoading(context, site, side);
    for (let run = 0; run < RUNS; run += 1) {
      for (const side of SIDES) {
        const loading = await measureLoading(context, site, side);
        runs.get(side)?.push({ loading, frames: await measureFrames(browser, site, side, PERIOD) });
      }
    }
    await context.close();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await films.close();
  });

  it('spends no more on a frame, with everything, than the bare engine on its call and a half', () => {
    const whole = of(ELEMENT, ({ frames }) => frames.frame);
    const bareCall = of(BARE_WORKER, ({ frames }) => frames.engine);
    assert.ok(ratio(whole, bareCall) <= 1.5, `${whole.join(', ')} ms over ${bareCall.join(', ')} ms`);
  });

  it('spends less in the engine than the bare engine does, since it hands over ready pixels of the crop', () => {
    const [call, bareCall] = SIDES.map((side) => of(side, ({ frames }) => frames.engine));
    assert.ok(
      call && bareCall && ratio(call, bareCall) <= 1.1,
      `${call?.join(', ')} over ${bareCall?.join(', ')}`,
    );
  });

  it('analyses two thirds of the frames that the bare engine does at least', () => {
    const [fps, bareFps] = SIDES.map((side) => of(side, ({ frames }) => frames.fps));
    assert.ok(fps && bareFps && ratio(fps, bareFps) >= 2 / 3, `${fps?.join(', ')} of ${bareFps?.join(', ')}`);
  });

  it('leaves less than five times the garbage of the bare engine to the collector', async () => {
    const period = { warmUpMs: 4000, measureMs: 2000 };
    const { kilobytes } = await measureGarbage(browser, site, ELEMENT, period);
    const bare = await measureGarbage(browser, site, BARE_WORKER, period);
    assert.ok(kilobytes <= 5 * bare.kilobytes, `${kilobytes} over ${bare.kilobytes} kB a frame`);
  });

  it('takes a small part of the frame’s time on the page’s thread', () => {
    const scripts = of(ELEMENT, ({ frames }) => frames.mainScript);
    const worker = of(ELEMENT, ({ frames }) => frames.engine + frames.beyond);
    assert.ok(ratio(scripts, worker) <= 0.1, `${scripts.join(', ')} of ${worker.join(', ')}`);
  });

  it('gives the first hint about as soon as the bare engine its first answer', () => {
    const [toHint, bare] = SIDES.map((side) => of(side, ({ loading }) => loading.toHint));
    assert.ok(toHint && bare && ratio(toHint, bare) <= 1.6, `${toHint?.join(', ')} over ${bare?.join(', ')}`);
  });

  it('shows the camera before the engine is ready', () => {
    for (const { loading } of runs.get(ELEMENT) ?? []) assert.ok(loading.toPreview < loading.toHint);
  });

  it('fetches nothing twice until the first hint, and nothing that is for later', async () => {
    const paths = (await measureBytes(browser, site, ELEMENT)).map(({ path }) => path);
    assert.equal(new Set(paths).size, paths.length, paths.join('\n'));
    const heavy = paths.filter((path) => /\.(wasm|task)$/.test(path)).map((path) => path.split('/').at(-1));
    assert.deepEqual(heavy.toSorted(), ['face_landmarker.task', 'vision_wasm_module_internal.wasm']);
    const other = paths.filter((path) => /page-analyser|debug|submit|steps/.test(path));
    assert.deepEqual(other, []);
  });

  it('analyses nothing and holds no camera while the photo is looked at and when all is done', async () => {
    const idle = await measureIdle(browser, site);
    assert.deepEqual(
      idle.map(({ name, frames, isCameraReleased }) => ({ name, frames, isCameraReleased })),
      [
        { name: 'photo under review', frames: 0, isCameraReleased: true },
        { name: 'result', frames: 0, isCameraReleased: true },
      ],
    );
  });
});
