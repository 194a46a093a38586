import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { ListedRequest } from '../../demo/emulator/journal.ts';
import { emptyRoom, farFace, goodFace, twoFaces } from '../helpers/scenes.ts';
import { cardFile } from './card-file.ts';
import { startDemo, type DemoServer } from './demo-server.ts';
import { browserWithCamera, type FilmedBrowser } from './fake-camera.ts';
import { differenceOf } from './photo-likeness.ts';

/** The central 3:4 crop of a 1280×720 camera frame, which is what the photo shows. */
const CROP = { left: 370, top: 0, width: 540, height: 720 };
/** Long enough for the film to come round once more on a slow machine. */
const PATIENCE_MS = 90_000;

describe('a person in front of a camera', () => {
  let demo: DemoServer;
  let filmed: FilmedBrowser;
  let page: Page;
  let good: Buffer;
  let others: readonly Buffer[];
  const consoleErrors: string[] = [];
  const foreignRequests: string[] = [];

  before(async () => {
    good = await goodFace();
    others = await Promise.all([emptyRoom(), farFace(), twoFaces()]);
    const [room, far, two] = others as [Buffer, Buffer, Buffer];
    filmed = await browserWithCamera([
      // The engine loads meanwhile.
      { jpeg: room, seconds: 8 },
      { jpeg: far, seconds: 5 },
      { jpeg: two, seconds: 5 },
      { jpeg: good, seconds: 10 },
    ]);
    demo = await startDemo();
    page = await filmed.browser.newPage();
    page.on('console', (message) => message.type() === 'error' && consoleErrors.push(message.text()));
    page.on('pageerror', (error) => consoleErrors.push(error.message));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(demo.url).origin) foreignRequests.push(origin);
    });
    await page.goto(demo.url);
  });

  after(async () => {
    await filmed.close();
    await demo.close();
  });

  it('is guided from the empty room to the photo, gives the card and gets the answer', async () => {
    await page.evaluate(() => {
      const element = document.querySelector('okay-live-capture');
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of ['okay-hint', 'okay-phase', 'okay-capture', 'okay-result', 'okay-error']) {
        element?.addEventListener(name, (event) => {
          const { hint, phase, error } = (event as CustomEvent<Record<string, { code: string } & string>>)
            .detail;
          heard.push(`${name} ${hint?.code ?? phase ?? error?.code ?? ''}`.trim());
        });
      }
    });
    await page.getByRole('button', { name: 'Open the camera' }).click();
    await page.getByText('Photo of your ID card').waitFor({ timeout: PATIENCE_MS });
    await page.locator('okay-id-card input').setInputFiles(await cardFile());
    await page.getByText('Your face matches').waitFor({ timeout: PATIENCE_MS });

    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const hints = heard
      .filter((line) => line.startsWith('okay-hint FACE_') || line.startsWith('okay-hint TOO_'))
      .map((line) => line.split(' ')[1]);
    assert.deepEqual(
      hints.slice(0, 3),
      ['FACE_NOT_FOUND', 'FACE_TOO_SMALL', 'TOO_MANY_FACES'],
      heard.join('\n'),
    );
    const phases = heard.filter((line) => line.startsWith('okay-phase')).map((line) => line.split(' ')[1]);
    assert.deepEqual(phases.slice(-4), ['holding', 'id-card', 'submitting', 'done']);
    assert.ok(heard.indexOf('okay-capture') < heard.indexOf('okay-phase id-card'));
    assert.ok(heard.includes('okay-result'));
  });

  it('sent one well-formed request', async () => {
    const requests = (await (await fetch(`${demo.url}__emulator/requests`)).json()) as ListedRequest[];
    assert.equal(requests.length, 1);
    const [request] = requests;
    assert.equal(request?.status, 200);
    assert.match(request.contentType, /^multipart\/form-data; boundary=/);
    assert.deepEqual(request.fields.map(({ name }) => name).sort(), [
      'imageBest',
      'imageIdCard',
      'journeyId',
      'livenessDetection',
    ]);
    assert.equal(request.livenessDetection, true);
    assert.deepEqual(JSON.parse(request.livenessMeta ?? 'null'), { OS: 'DESKTOP' });
    assert.equal(request.card?.format, 'jpeg');
  });

  it('sent a portrait JPEG of the good face, not mirrored, within the limits and without EXIF', async () => {
    const answer = await fetch(`${demo.url}__emulator/requests/latest/selfie`);
    const photo = Buffer.from(await answer.arrayBuffer());
    const { format, width = 0, height = 0, exif } = await sharp(photo).metadata();
    assert.equal(format, 'jpeg');
    assert.equal(exif, undefined);
    assert.ok(width >= 450 && height >= 450 && height > width, `${width}×${height}`);
    assert.ok(photo.length <= 1_800_000, `${photo.length} bytes`);
    const likeness = await differenceOf(photo, good, CROP);
    const unlike = await Promise.all(others.map((other) => differenceOf(photo, other, CROP)));
    const mirrored = await differenceOf(await sharp(photo).flop().toBuffer(), good, CROP);
    // Chromium's file camera takes the full range of a JPEG for the video range, and so stretches the contrast.
    assert.ok(likeness < 12, `differs from the good scene by ${likeness}`);
    assert.ok(
      Math.min(...unlike, mirrored) > 2 * likeness,
      `${likeness} against ${unlike.join(', ')}; ${mirrored}`,
    );
  });

  it('asked nobody else for anything, and left no error in the console', () => {
    assert.deepEqual(foreignRequests, []);
    assert.deepEqual(consoleErrors, []);
  });

  it('has let the camera go', async () => {
    const live = await page.evaluate(() => {
      const video = document.querySelector('okay-live-capture')?.shadowRoot?.querySelector('video');
      return video?.srcObject ?? null;
    });
    assert.equal(live, null);
  });
});
