import { LitElement } from 'lit';

/** An element that knows whether anybody listens on it, so that it makes no event for nobody. */
export abstract class ListenedElement extends LitElement {
  readonly #listeners = new Map<string, Set<unknown>>();

  override addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const known = this.#listenersOf(type);
    known.add(listener);
    const forget = () => known.delete(listener);
    const { once, signal } = typeof options === 'object' ? options : {};
    if (once) super.addEventListener(type, forget, { once });
    signal?.addEventListener('abort', forget, { once: true });
    super.addEventListener(type, listener, options);
  }

  override removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void {
    this.#listenersOf(type).delete(listener);
    super.removeEventListener(type, listener, options);
  }

  /** Whether anybody listens to an event on this very element; those who wait further up are not seen. */
  protected listensTo(type: string): boolean {
    return this.#listenersOf(type).size > 0;
  }

  #listenersOf(type: string): Set<unknown> {
    const known = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, known);
    return known;
  }
}
