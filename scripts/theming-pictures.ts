import { mkdir, rm } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { startDemo } from '../test/e2e/demo-server.ts';
import type { SceneName } from '../test/helpers/screen-scenes.ts';
import { LOUD, PART_SCENES, PROPERTY_SCENES, SLOT_SCENES } from '../test/helpers/theming-scenes.ts';
import { CHROMIUM_FLAGS } from './chromium-flags.ts';
import { findBrowser } from './find-browser.ts';
import { playScene, raiseStage } from './stage-page.ts';

/**
 * `npm run theming`: the pictures of docs/theming.md. Each shows one part, slot or custom property of the built manifest,
 * in magenta, in a state in which a person sees it.
 */
const FOLDER = 'docs/theming';
const WIDTH_PX = 260;

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const demo = await startDemo();
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
try {
  const page = await raise();
  for (const [part, scene] of Object.entries(PART_SCENES)) {
    const look = `okay-live-capture::part(${part}) { outline: 4px solid ${LOUD}; outline-offset: -4px; stroke: ${LOUD}; }`;
    await shoot(page, `part-${part}`, scene, look);
  }
  for (const [slot, scene] of Object.entries(SLOT_SCENES)) await shoot(page, `slot-${slot}`, scene, '', slot);
  for (const [name, [value, scene]] of Object.entries(PROPERTY_SCENES)) {
    await shoot(
      page,
      `property-${name.replace('--okay-', '')}`,
      scene,
      `okay-live-capture { ${name}: ${value}; }`,
    );
  }
} finally {
  await browser.close();
  await demo.close();
}

async function raise(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 420, height: 800 }, colorScheme: 'light' });
  const url = `${demo.url}theming`;
  const body = `<!doctype html><html lang="en"><title>Theming</title><style id="look"></style>
    <body style="margin: 12px; background: #eef2ef"></body></html>`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body }));
  // A choice of cameras is shown where there is one.
  await page.addInitScript(() => {
    navigator.mediaDevices.enumerateDevices = async () =>
      ['Front camera', 'Back camera'].map(
        (label) => ({ kind: 'videoinput', deviceId: label, groupId: label, label }) as MediaDeviceInfo,
      );
  });
  await page.goto(url);
  await raiseStage(page);
  return page;
}

async function shoot(page: Page, name: string, scene: SceneName, look: string, slot?: string): Promise<void> {
  await page.evaluate(
    ([css, slotName]) => {
      const style = document.querySelector('#look');
      if (style) style.textContent = css;
      const element = document.querySelector('okay-live-capture');
      element?.replaceChildren();
      if (!slotName) return;
      const content = document.createElement('div');
      content.slot = slotName;
      content.textContent = `slot="${slotName}"`;
      content.style.cssText =
        'padding: 1rem; border: 3px dashed #d6006c; color: #d6006c; background: #fff; font: 600 1.1rem monospace';
      element?.append(content);
    },
    [look, slot ?? ''] as const,
  );
  await playScene(page, scene);
  const picture = await page.screenshot({ fullPage: true });
  await sharp(picture).resize({ width: WIDTH_PX }).webp({ quality: 72 }).toFile(`${FOLDER}/${name}.webp`);
  console.log(name);
}
