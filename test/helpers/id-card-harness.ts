import { fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { OkayCardEvent } from '../../src/id-card/card-event.js';
import type { OkayIdCard } from '../../src/id-card/okay-id-card.js';
import { until } from './capture-harness.js';

/** An ID-card step with a person in front of it: reads the screen, presses buttons, notes what the host is given. */
export class IdCardHarness {
  readonly element: OkayIdCard;
  readonly given: OkayCardEvent[] = [];

  constructor(element: OkayIdCard) {
    this.element = element;
    element.addEventListener('okay-card', (event) => {
      if (event instanceof OkayCardEvent) this.given.push(event);
    });
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The element has not been rendered.');
    return shadowRoot;
  }

  /** What can be pressed, by its words. */
  get buttons(): readonly string[] {
    return this.#pressable().map(wordsOf);
  }

  get line(): string {
    return wordsOf(this.root.querySelector('.line'));
  }

  get alert(): string {
    return wordsOf(this.root.querySelector('[role=alert]'));
  }

  get steps(): readonly string[] {
    return [...this.root.querySelectorAll('.steps li')].map(wordsOf);
  }

  get spoken(): string {
    return wordsOf(this.root.querySelector('[role=status]'));
  }

  get image(): HTMLImageElement | null {
    return this.root.querySelector('img');
  }

  /** What has the focus in the element. */
  get focused(): string {
    const { activeElement } = this.root;
    return activeElement?.getAttribute('aria-label') ?? wordsOf(activeElement);
  }

  async press(label: string): Promise<void> {
    await this.element.updateComplete;
    const button = this.#pressable().find((one) => wordsOf(one) === label);
    if (!button) throw new Error(`Nothing says "${label}", only: ${this.buttons.join(', ')}.`);
    button.click();
    await this.element.updateComplete;
  }

  /** Waits until a line is on screen. */
  async sees(line: string): Promise<void> {
    await until(() => this.line === line, `the line "${line}" (it says "${this.line}" ${this.alert})`);
  }

  /** Waits until something can be pressed. */
  async offers(label: string): Promise<void> {
    await until(() => this.buttons.includes(label), `the button "${label}" (${this.buttons.join(', ')})`);
  }

  #pressable(): HTMLElement[] {
    const all = this.root.querySelectorAll<HTMLElement>('button, label');
    return [...all].filter((one) => !one.hidden);
  }
}

export async function openIdCard(properties: Partial<OkayIdCard> = {}): Promise<IdCardHarness> {
  const element = await fixture<OkayIdCard>(html`<okay-id-card></okay-id-card>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return new IdCardHarness(element);
}

function wordsOf(node: Element | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
