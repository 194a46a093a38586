import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Builder } from 'selenium-webdriver';
import { startDisplay } from './display.ts';
import type { Engine } from './engine.ts';

const DRIVER = 'WebKitWebDriver';
const SCRIPT_TIMEOUT_MS = 120_000;

/** WebKitGTK by WebDriver, which starts the MiniBrowser that stands beside the engine. */
export const webKitGtk: Engine = {
  name: 'WebKitGTK',
  driver: 'WebKitWebDriver with MiniBrowser, under Xvfb',
  packages: ['webkit2gtk-driver', 'xvfb'],
  programs: [DRIVER, 'Xvfb'],
  async start() {
    const display = await startDisplay();
    const port = await freePort();
    const driver = spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
      env: { ...process.env, DISPLAY: display.name },
      stdio: 'ignore',
    });
    const ended = once(driver, 'exit');
    const closeDriver = async () => {
      driver.kill();
      await ended;
      await display.close();
    };
    try {
      const server = `http://127.0.0.1:${port}`;
      await answering(`${server}/status`);
      const browser = await new Builder()
        .usingServer(server)
        .withCapabilities({ browserName: 'MiniBrowser' })
        .build();
      await browser.manage().setTimeouts({ script: SCRIPT_TIMEOUT_MS });
      const capabilities = await browser.getCapabilities();
      return {
        version: `WebKitGTK ${capabilities.getBrowserVersion() ?? ''}`,
        open: (address) => browser.get(address),
        run: (expression) => run(browser, expression),
        close: async () => {
          await browser.quit();
          await closeDriver();
        },
      };
    } catch (error) {
      await closeDriver();
      throw error;
    }
  },
};

type Browser = Awaited<ReturnType<Builder['build']>>;

/** WebDriver tells a script's end by a callback, and nothing of a failure in it. */
async function run(browser: Browser, expression: string): Promise<unknown> {
  const { value, error } = await browser.executeAsyncScript<{ value?: unknown; error?: string }>(
    `const done = arguments[arguments.length - 1];
    (async () => ({ value: await (${expression}) }))().catch((error) => ({ error: String(error) })).then(done);`,
  );
  if (error !== undefined) throw new Error(error);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.');
  return address.port;
}

/** The driver tells nobody when it listens. */
async function answering(address: string): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      if ((await fetch(address)).ok) return;
    } catch (error) {
      if (Date.now() > end) throw new Error(`${DRIVER} does not answer.`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
