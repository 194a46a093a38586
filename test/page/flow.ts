import type { OkayEventMap } from '../../src/element/events.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import { installCanvasCamera } from '../helpers/canvas-camera.js';
import { openLedger, type Held } from './resource-ledger.js';

/**
 * The test's side in the page of any engine: a scripted camera, an account of what the page holds, and a person's hands.
 * Runs as a script of its own before the element's, see `page-script.ts`.
 */
const camera = installCanvasCamera();
const ledger = openLedger();

/** How long a person waits at most for anything here; engines on software rendering are slow to start. */
const PATIENCE_MS = 90_000;

/** What the element told, in order. */
export interface FlowRecord {
  readonly phases: string[];
  readonly hints: string[];
  readonly captures: { readonly source: string; readonly verdicts: number; readonly bytes: number }[];
  readonly errors: string[];
}

export const told: FlowRecord = { phases: [], hints: [], captures: [], errors: [] };

/** Errors with everything that a host's error report would take along. */
export const errorsInFull: unknown[] = [];

// On the document, since the element comes later.
listen('okay-phase', ({ phase }) => told.phases.push(phase));
listen('okay-hint', ({ hint }) => hint && told.hints.push(hint.code));
listen('okay-error', ({ error }) => {
  told.errors.push(error.code);
  errorsInFull.push(inFull(error));
});
listen('okay-capture', ({ source, verdicts, image }) =>
  told.captures.push({ source, verdicts: verdicts.length, bytes: image.size }),
);

function listen<Name extends keyof OkayEventMap>(
  name: Name,
  note: (event: OkayEventMap[Name]) => void,
): void {
  document.addEventListener(name, (event) => note(event as OkayEventMap[Name]));
}

/** What the page holds now. */
export function held(): Held {
  return ledger.held;
}

/** Shows a picture to the camera from now on. */
export async function film(address: string): Promise<void> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  camera.show((context, { width, height }) => context.drawImage(picture, 0, 0, width, height));
}

/** Waits for a phase, at once where the element is in it. */
export function reach(phase: string): Promise<void> {
  return until(`the phase ${phase}`, () => element().phase === phase);
}

/** Waits until the hint has been shown. */
export function seeHint(code: string): Promise<void> {
  return until(`the hint ${code}`, () => told.hints.includes(code));
}

/** Waits for words on the screen. */
export function read(words: string): Promise<void> {
  return until(`"${words}"`, () => textOf(root(element())).includes(words));
}

export async function press(label: string): Promise<void> {
  const find = () => buttons().find((one) => textOf(one) === label);
  await until(`the button "${label}"`, () => find() !== undefined);
  find()?.click();
}

/** Waits until the page holds one of these. */
export function hold(what: keyof Held): Promise<void> {
  return until(`one of the ${what} to be held`, () => ledger.held[what] > 0);
}

/** Chooses a file for the selfie, or in the ID-card step. */
export async function choose(what: 'selfie' | 'card', address: string): Promise<void> {
  const file = new File([await (await fetch(address)).blob()], `${what}.jpg`, { type: 'image/jpeg' });
  await until(`a file input for the ${what}`, () => fileInput(what) !== null);
  const input = fileInput(what);
  if (!input) throw new Error(`The file input for the ${what} went away.`);
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

/** Whether a file of this name, up to its hash, was fetched by the page. */
export function hasFetched(name: string): boolean {
  return performance.getEntriesByType('resource').some((entry) => entry.name.includes(`/${name}-`));
}

/** Analysed frames a second, over the next `count` of them. */
export function framesPerSecond(count: number): Promise<number> {
  return new Promise((resolve) => {
    let seen = -1;
    let began = 0;
    const listen = () => {
      seen += 1;
      if (seen === 0) began = performance.now();
      if (seen < count) return;
      element().removeEventListener('okay-frame', listen);
      resolve((1000 * count) / (performance.now() - began));
    };
    element().addEventListener('okay-frame', listen);
  });
}

/** Analysed frames during so many milliseconds. */
export function countFrames(ms: number): Promise<number> {
  return new Promise((resolve) => {
    let count = 0;
    element().addEventListener('okay-frame', () => (count += 1));
    setTimeout(() => resolve(count), ms);
  });
}

/** Takes the element out of the page, and tells what was held before and, in the same task, after it. */
export function remove(): { readonly before: Held; readonly after: Held } {
  const before = ledger.held;
  element().remove();
  return { before, after: ledger.held };
}

/** Those of the ID-card step too. */
function buttons(): HTMLButtonElement[] {
  const shadow = root(element());
  const step = shadow.querySelector('okay-id-card')?.shadowRoot;
  return [shadow, ...(step ? [step] : [])].flatMap((place) => [...place.querySelectorAll('button')]);
}

function element(): OkayLiveCapture {
  const found = document.querySelector('okay-live-capture');
  if (!found) throw new Error('The page has no element.');
  return found;
}

function inFull(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  return {
    ...error,
    name: error.name,
    message: error.message,
    stack: error.stack,
    cause: inFull(error.cause),
  };
}

function fileInput(what: 'selfie' | 'card'): HTMLInputElement | null {
  const shadow = root(element());
  if (what === 'selfie') return shadow.querySelector<HTMLInputElement>('.file input');
  return shadow.querySelector('okay-id-card')?.shadowRoot?.querySelector('input') ?? null;
}

function root(host: Element): ShadowRoot {
  if (!host.shadowRoot) throw new Error(`The ${host.localName} has not been rendered.`);
  return host.shadowRoot;
}

function textOf(node: ParentNode): string {
  return (node instanceof ShadowRoot ? [...node.children] : [node as Element])
    .map((child) => (child as HTMLElement).innerText)
    .join(' ')
    .trim();
}

/** Looks again and again, since not everything that a test waits for has an event. */
async function until(what: string, isThere: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!isThere()) {
    if (performance.now() > end) {
      throw new Error(`Waited in vain for ${what}. ${JSON.stringify(told)} ${textOf(root(element()))}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
