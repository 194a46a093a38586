import { html, svg } from 'lit';
import type { ScoredFrame } from '../core/judged-frame.js';

/** Each guard's value beside its limit, with the frame's score. */
export function debugView({ verdicts, score }: ScoredFrame, copy: () => void) {
  return html`<div class="debug" part="debug">
    <table>
      ${verdicts.map(
        ({ guard, measure, value, limit, pass }) =>
          html`<tr class=${pass ? '' : 'fails'}>
            <td>${guard} ${measure}</td>
            <td>${value === null ? '–' : value.toFixed(2)}</td>
            <td>${limit.toFixed(2)}</td>
          </tr>`,
      )}
      <tr>
        <td>score</td>
        <td>${score.toFixed(2)}</td>
        <td></td>
      </tr>
    </table>
    <button @click=${copy}>Copy JSON</button>
  </div>`;
}

/**
 * Dots on the mesh, as the mirror shows it.
 *
 * @param landmarks 478 × (x, y, z), x and y in shares of the frame
 */
export function landmarkDots(landmarks: Float32Array | undefined) {
  if (!landmarks) return svg``;
  let path = '';
  for (let at = 0; at + 1 < landmarks.length; at += 3) {
    const x = 1 - (landmarks[at] ?? 0);
    path += `M${x.toFixed(4)} ${(landmarks[at + 1] ?? 0).toFixed(4)}h0`;
  }
  return html`<svg class="dots" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<path d=${path} />`}
  </svg>`;
}
