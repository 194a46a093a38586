import type { PhaseName } from '../types/capture.js';
import { stepOf } from './spoken-words.js';

/** Gives each step that begins the focus where the step before had it; otherwise the page keeps it. */
export class StepFocus {
  #shown: PhaseName = 'idle';
  #hadFocus = false;

  /** Before the rendering, which may take what has the focus out of the page. */
  before(root: ShadowRoot | null): void {
    this.#hadFocus = Boolean(root?.activeElement);
  }

  after(root: ParentNode, phase: PhaseName): void {
    const before = stepOf(this.#shown);
    this.#shown = phase;
    if (!this.#hadFocus || before === stepOf(phase)) return;
    root.querySelector<HTMLElement>('[data-focus]')?.focus();
  }
}
