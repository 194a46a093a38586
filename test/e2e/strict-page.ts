import type { Page } from 'playwright-core';
import { DEMO_JOURNEY_ID } from '../../demo/emulator/demo-credentials.ts';
import { cardFile } from './card-file.ts';

export const PATIENCE_MS = 90_000;

/** The policy of `docs/csp.md`, directive by directive. */
export const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' blob:",
  'media-src': "'self' blob:",
  'style-src': "'self'",
  'require-trusted-types-for': "'script'",
};

export const written = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map((directive) => directive.join(' '))
    .join('; ');

/** A page that needs nothing but its own files, with the element in it. */
export const strictPage = (script = '/okay/okay-live-capture.js', attributes = ''): string =>
  `<!doctype html><title>page</title><script type="module" src="/watch.js"></script>
  <script type="module" src="${script}"></script>
  <okay-live-capture review endpoint="/api/ekyc/okayface/v1-1" journey-id="${DEMO_JOURNEY_ID}" ${attributes}>
  </okay-live-capture>`;

/** Keeps every violation of the page and of what is in it. */
export const watch = `globalThis.violations = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
  violations.push([effectiveDirective, blockedURI, sample].join(' ')));`;

/** Everything that the browser says a policy forbade: in the page by event, in the worker in the console. */
export function complaints(tab: Page): string[] {
  const heard: string[] = [];
  tab.on('console', (message) => {
    if (/content.security.policy|trusted ?type/i.test(message.text())) heard.push(message.text());
  });
  return heard;
}

export async function capture(place: Pick<Page, 'getByRole' | 'getByText' | 'locator'>): Promise<void> {
  await place.getByRole('button', { name: 'Open the camera' }).click({ timeout: PATIENCE_MS });
  await place.getByRole('button', { name: 'Use this photo' }).click({ timeout: PATIENCE_MS });
  await place.locator('okay-id-card input').setInputFiles(await cardFile());
  await place.getByText('Your face matches').waitFor({ timeout: PATIENCE_MS });
}

export const violationsOf = (tab: Page) =>
  tab.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
