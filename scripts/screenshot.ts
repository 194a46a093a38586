import { goodFace, farFace } from '../test/helpers/scenes.ts';
import { startDemo } from '../test/e2e/demo-server.ts';
import { browserWithCamera } from '../test/e2e/fake-camera.ts';

/** `npm run screenshot`: the README's picture, of the running demo with a fixture photograph before the camera. */
const [far, good] = await Promise.all([farFace(), goodFace()]);
const demo = await startDemo();
const filmed = await browserWithCamera([
  { jpeg: far, seconds: 30 },
  { jpeg: good, seconds: 10 },
]);
try {
  const page = await filmed.browser.newPage({
    viewport: { width: 1280, height: 960 },
    deviceScaleFactor: 1,
    colorScheme: 'light',
  });
  await page.goto(demo.url);
  await page.getByRole('button', { name: 'Open the camera' }).click();
  await page.getByText('Move closer').first().waitFor({ timeout: 60_000 });
  await page.screenshot({ path: 'docs/screenshot.png' });
  console.log('docs/screenshot.png: the demo, guiding somebody who is too far away.');
} finally {
  await filmed.close();
  await demo.close();
}
