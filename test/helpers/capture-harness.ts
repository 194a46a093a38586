import { fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import '../../src/define-id-card.js';
import type { OkayEventMap } from '../../src/element/events.js';
import type { OkayLiveCapture } from '../../src/element/okay-live-capture.js';
import type { PhaseName } from '../../src/types/capture.js';
import { PATIENCE_MS, until } from './until.js';

export { until } from './until.js';

/** An element with a person in front of it: reads the screen, presses buttons, waits for what comes. */
export class CaptureHarness {
  readonly element: OkayLiveCapture;
  readonly phases: PhaseName[] = [];
  readonly hints: (string | null)[] = [];
  readonly events: Event[] = [];

  constructor(element: OkayLiveCapture) {
    this.element = element;
    element.addEventListener('okay-phase', ({ phase }) => this.phases.push(phase));
    element.addEventListener('okay-hint', ({ hint }) => this.hints.push(hint?.code ?? null));
    for (const type of ['okay-capture', 'okay-result', 'okay-error', 'okay-progress'] as const) {
      element.addEventListener(type, (event) => this.events.push(event));
    }
  }

  /** Everything that can be read on the screen. */
  get text(): string {
    return textOf(this.#root);
  }

  get buttons(): readonly string[] {
    return [...this.#root.querySelectorAll('button')].map((button) => button.textContent.trim());
  }

  get video(): HTMLVideoElement | null {
    return this.#root.querySelector('video');
  }

  async press(label: string): Promise<void> {
    await this.element.updateComplete;
    this.#button(label).click();
    await this.element.updateComplete;
  }

  /** Presses the button that is expected to be pressed. */
  pressFirst(): void {
    const [button] = this.#root.querySelectorAll('button');
    if (!button) throw new Error(`There is no way on: ${this.text}`);
    button.click();
  }

  /** Puts the focus on a button, as tabbing does. */
  async focus(label: string): Promise<void> {
    await this.element.updateComplete;
    this.#button(label).focus();
  }

  /** What the focus is on in the element. */
  get focused(): string {
    const { activeElement } = this.#root;
    return activeElement ? textOf(activeElement) : '';
  }

  /** Whether the screen lights the face. */
  get isLit(): boolean {
    return this.#root.querySelector('.stage.lit') !== null;
  }

  /** Chooses a camera by its label. */
  async chooseCamera(label: string): Promise<void> {
    const select = this.#root.querySelector('select');
    const option = [...(select?.options ?? [])].find(({ text }) => text.trim() === label);
    if (!select || !option) throw new Error(`There is no camera "${label}" to choose.`);
    select.value = option.value;
    const left = this.event('okay-phase');
    select.dispatchEvent(new Event('change'));
    await left;
  }

  /** Chooses a photo from a file instead of the camera's. */
  async chooseUpload(file: Blob): Promise<void> {
    await this.element.updateComplete;
    const input = this.#root.querySelector<HTMLInputElement>('.file input');
    if (!input) throw new Error('No photo from a file is offered.');
    choose(input, file, 'selfie.jpg');
  }

  /** Chooses a file in the ID-card step. */
  async chooseCard(file: Blob, name = 'card.jpg'): Promise<void> {
    await this.element.updateComplete;
    const step = this.#root.querySelector('okay-id-card');
    const input = step?.shadowRoot?.querySelector('input');
    if (!step || !input) throw new Error('The ID-card step is not on screen.');
    choose(input, file, name);
    await step.updateComplete;
  }

  /** What the ID-card step says is wrong with the file. */
  async cardError(): Promise<string> {
    const step = this.#root.querySelector('okay-id-card');
    if (!step?.shadowRoot) throw new Error('The ID-card step is not on screen.');
    const { shadowRoot } = step;
    await until(
      () => textOf(shadowRoot.querySelector('[role=alert]') ?? shadowRoot).length > 0,
      'a card error',
    );
    return textOf(shadowRoot.querySelector('[role=alert]') ?? shadowRoot);
  }

  /** Waits for the phase, at once where the element is in it already. */
  async phase(phase: PhaseName): Promise<void> {
    if (this.element.phase !== phase) await this.event('okay-phase', (event) => event.phase === phase);
    await this.element.updateComplete;
  }

  /** Waits for a hint, at once where it is on screen already. */
  async hint(code: string | null): Promise<void> {
    if (this.hints.at(-1) !== code) {
      await this.event('okay-hint', ({ hint }) => (hint?.code ?? null) === code);
    }
    await this.element.updateComplete;
  }

  event<Name extends keyof OkayEventMap>(
    name: Name,
    fits: (event: OkayEventMap[Name]) => boolean = () => true,
  ): Promise<OkayEventMap[Name]> {
    return new Promise((resolve, reject) => {
      const seen = () => `phases ${this.phases.join(' ')}; hints ${this.hints.join(' ')}; ${this.text}`;
      const end = setTimeout(() => reject(new Error(`No fitting ${name} came: ${seen()}`)), PATIENCE_MS);
      const listen = (event: Event) => {
        if (!fits(event as OkayEventMap[Name])) return;
        clearTimeout(end);
        this.element.removeEventListener(name, listen);
        resolve(event as OkayEventMap[Name]);
      };
      this.element.addEventListener(name, listen);
    });
  }

  #button(label: string): HTMLButtonElement {
    const button = [...this.#root.querySelectorAll('button')].find(
      ({ textContent }) => textContent.trim() === label,
    );
    if (!button) throw new Error(`No button says "${label}", only: ${this.buttons.join(', ')}.`);
    return button;
  }

  get #root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The element has not been rendered.');
    return shadowRoot;
  }
}

/** Puts an element into the page and a person in front of it. */
export async function openCapture(properties: Partial<OkayLiveCapture> = {}): Promise<CaptureHarness> {
  const element = await fixture<OkayLiveCapture>(html`<okay-live-capture></okay-live-capture>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return new CaptureHarness(element);
}

function choose(input: HTMLInputElement, file: Blob, name: string): void {
  const files = new DataTransfer();
  files.items.add(new File([file], name, { type: file.type }));
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

function textOf(node: ParentNode): string {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.closest('style')) words.push(textContent?.trim() ?? '');
  }
  return words.filter(Boolean).join(' ');
}
