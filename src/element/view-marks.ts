import { html, svg, type TemplateResult } from 'lit';

/** A sign above a title. It says nothing that the title does not. */
function mark(kind: string, lines: string): TemplateResult {
  return html`<svg class="mark ${kind}" viewBox="-32 -32 64 64" aria-hidden="true">
    ${svg`<circle r="32" /><path d=${lines} />`}
  </svg>`;
}

export const tickMark = () => mark('', 'M-13 1-4 10 13-9');
export const warningMark = () => mark('warning', 'M0-14V4M0 13v.1');
export const cameraOffMark = () => mark('warning', 'M-16-9H5V9h-21zM5-2 16-8V8L5 2M-17-17 17 17');
/** A face in the frame of a camera. */
export const faceMark = () =>
  mark(
    'tall',
    'M-18-9v-6q0-4 4-4h5M18-9v-6q0-4-4-4h-5M-18 9v6q0 4 4 4h5M18 9v6q0 4-4 4h-5M0-11a8.5 11 0 1 1-.1 0zM-3.2-2.5v.1M3.2-2.5v.1M-3.4 4q3.4 2.8 6.8 0',
  );
