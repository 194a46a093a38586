import { html, type TemplateResult } from 'lit';
import type { OkayLiveCapture } from '../../../src/element/okay-live-capture.js';

/** Calls each method, and connects the element anew for what counts only then. */
export function methodsGroup(
  capture: OkayLiveCapture,
  log: (name: string, text: string) => void,
): TemplateResult {
  const run = (name: string, call: () => unknown) => async () => {
    try {
      await call();
      log(name, 'returned');
    } catch (cause) {
      log(name, cause instanceof Error ? `threw ${cause.name}: ${cause.message}` : String(cause));
    }
  };
  const reconnect = () => {
    const place = document.createComment('');
    capture.replaceWith(place);
    place.replaceWith(capture);
  };
  const methods: readonly (readonly [name: string, call: () => unknown])[] = [
    ['start()', () => capture.start()],
    ['stop()', () => capture.stop()],
    ['capture()', () => capture.capture()],
    ['retake()', () => capture.retake()],
    ['submit()', () => capture.submit()],
    ['reconnect', reconnect],
  ];
  return html`<div class="buttons">
    ${methods.map(([name, call]) => html`<button type="button" @click=${run(name, call)}>${name}</button>`)}
  </div>`;
}
