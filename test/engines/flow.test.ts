import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { writeGeneratedPart } from '../../scripts/generated-part.ts';
import { differenceOf } from '../e2e/photo-likeness.ts';
import type { StaticServer } from '../e2e/static-server.ts';
import { goodFace } from '../helpers/scenes.ts';
import type { FlowRecord } from '../page/flow.ts';
import { whyUnavailable } from './available.ts';
import { chromium } from './chromium.ts';
import type { Engine, RunningEngine } from './engine.ts';
import { firefox, headlessFirefox } from './firefox.ts';
import { flowFiles, serveFlow } from './flow-site.ts';
import { findingsTable, type Finding, type Skipped } from './findings.ts';
import { webKitGtk } from './webkitgtk.ts';

/** Where faces are looked for: WebKitGTK gives workers no WebGL. */
const PATHS = [
  [chromium, 'worker'],
  [firefox, 'worker'],
  [webKitGtk, 'page'],
] as const;
/** The largest centred 3:4 part of the scene, 1280 × 720. */
const CROP = { left: 370, top: 0, width: 540, height: 720 };
const FRAMES = 20;
/** Names the page that `npm run test:engines` wants written. */
const page = process.env['OKAY_BROWSERS_PAGE'];
const findings: Finding[] = [];
const skipped: Skipped[] = [];

after(async () => {
  if (page) await writeGeneratedPart(page, 'npm run test:engines', findingsTable(findings, skipped));
});

for (const [engine, path] of PATHS) {
  describe(`the whole flow in ${engine.name}`, { skip: skipReason(engine) }, () => {
    let site: StaticServer;
    let browser: RunningEngine;
    const told = async () => (await browser.run('flow.told')) as FlowRecord;

    before(async () => {
      site = await serveFlow(await flowFiles());
      browser = await engine.start();
      await browser.open(site.origin);
    });

    after(async () => {
      await browser.close();
      await site.close();
    });

    it(`is guided to the photo, with faces looked for ${path === 'worker' ? 'in the worker' : 'on the page'}`, async () => {
      await browser.run("flow.film('/empty.jpg').then(() => flow.press('Open the camera'))");
      await browser.run("flow.seeHint('FACE_NOT_FOUND').then(() => flow.film('/far.jpg'))");
      await browser.run("flow.seeHint('FACE_TOO_SMALL')");
      const workers = await browser.run('flow.held().workers');
      const onPage = await browser.run("flow.hasFetched('page-analyser')");
      assert.deepEqual(
        { workers, onPage },
        path === 'worker' ? { workers: 1, onPage: false } : { workers: 0, onPage: true },
      );
      const rate = await browser.run(`flow.framesPerSecond(${FRAMES})`);
      assert.ok(typeof rate === 'number');
      findings.push({
        engine: engine.name,
        driver: engine.driver,
        version: browser.version,
        path,
        framesPerSecond: rate,
      });
      await browser.run("flow.film('/good.jpg').then(() => flow.reach('id-card'))");
    });

    it('gives the card and gets the answer', async () => {
      await browser.run("flow.choose('card', '/card.jpg').then(() => flow.reach('done'))");
      await browser.run("flow.read('Your face matches')");
      const { phases, captures, errors } = await told();
      assert.deepEqual(phases.slice(-4), ['holding', 'id-card', 'submitting', 'done']);
      assert.equal(captures.length, 1);
      assert.equal(captures[0]?.source, 'auto');
      assert.deepEqual(errors, []);
    });

    it('has sent one request with a photo of what the camera showed', async () => {
      assert.equal(site.emulator.received.length, 1);
      const [request] = site.emulator.received;
      assert.equal(request?.status, 200);
      assert.deepEqual(request.fields.map(({ name }) => name).sort(), [
        'imageBest',
        'imageIdCard',
        'journeyId',
        'livenessDetection',
      ]);
      const photo = Buffer.from(request.selfie?.data ?? []);
      const { format, width, height, exif } = await sharp(photo).metadata();
      assert.deepEqual(
        { format, width, height, exif },
        { format: 'jpeg', width: 540, height: 720, exif: undefined },
      );
      const scene = await goodFace();
      const likeness = await differenceOf(photo, scene, CROP);
      const mirrored = await differenceOf(await sharp(photo).flop().toBuffer(), scene, CROP);
      assert.ok(mirrored > 2 * likeness, `differs by ${likeness} from the scene, by ${mirrored} mirrored`);
    });

    it('holds nothing any more', async () => {
      assert.deepEqual(await browser.run('flow.held()'), { tracks: 0, workers: 0, frames: 0, objectUrls: 0 });
    });
  });
}

describe('without WebGL, in headless Firefox', { skip: skipReason(headlessFirefox) }, () => {
  let site: StaticServer;
  let browser: RunningEngine;

  before(async () => {
    site = await serveFlow(await flowFiles(), 'upload');
    browser = await headlessFirefox.start();
    await browser.open(site.origin);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  it('is blocked, lets the camera go and says why', async () => {
    await browser.run("flow.film('/good.jpg').then(() => flow.press('Open the camera'))");
    await browser.run("flow.reach('blocked')");
    await browser.run("flow.read('This browser cannot check the photo')");
    assert.deepEqual(((await browser.run('flow.told')) as FlowRecord).errors, ['ENGINE_UNAVAILABLE']);
    assert.deepEqual(await browser.run('flow.held()'), { tracks: 0, workers: 0, frames: 0, objectUrls: 0 });
    const { name, driver } = headlessFirefox;
    findings.push({ engine: name, driver, version: browser.version, path: 'none', framesPerSecond: null });
  });

  it('takes a photo from a file where the host allows it, and says that nobody judged it', async () => {
    await browser.run("flow.choose('selfie', '/good.jpg').then(() => flow.reach('id-card'))");
    await browser.run("flow.choose('card', '/card.jpg').then(() => flow.reach('done'))");
    const [capture] = ((await browser.run('flow.told')) as FlowRecord).captures;
    assert.deepEqual(
      { source: capture?.source, verdicts: capture?.verdicts },
      { source: 'upload', verdicts: 0 },
    );
    const [request] = site.emulator.received;
    assert.equal(request?.status, 200);
    assert.deepEqual([request.selfie?.width, request.selfie?.height], [1280, 720]);
  });
});

function skipReason(engine: Engine): string | false {
  const why = whyUnavailable(engine);
  if (why === null) return false;
  skipped.push({ engine: engine.name, why });
  return why;
}
