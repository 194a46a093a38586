import { html, nothing, svg, type TemplateResult } from 'lit';
import type { SessionSnapshot } from './session-snapshot.js';

/** Frames of how long the rate is taken over. */
const RATE_MS = 2000;

/** Everything that `debug` shows over the picture, for developers and in English. */
export class DebugOverlay {
  readonly #requestUpdate: () => void;
  #times: number[] = [];
  /** What the copy button said last, and the report where the clipboard refused it. */
  #copied: { readonly label: string; readonly report: string | null } = { label: 'Copy JSON', report: null };

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  render(now: SessionSnapshot): TemplateResult | typeof nothing {
    const { lastJudged } = now;
    if (!lastJudged) return nothing;
    this.#count(lastJudged.at);
    const { verdicts, score, landmarks } = lastJudged;
    const { label, report } = this.#copied;
    return html`${landmarkDots(landmarks)}
      <div class="debug" part="debug">
        <p>
          <strong>${this.#framesASecond().toFixed(1)} fps</strong> · ${now.state.phase} · score
          ${score.toFixed(2)}
          <button type="button" @click=${() => void this.#copy(now)}>${label}</button>
        </p>
        ${report ? html`<textarea readonly aria-label="Report" .value=${report}></textarea>` : nothing}
        <table>
          <thead>
            <tr>
              <th scope="col">guard</th>
              <th scope="col">value</th>
              <th scope="col">limit</th>
            </tr>
          </thead>
          <tbody>
            ${verdicts.map(
              ({ guard, measure, value, limit, pass }) =>
                html`<tr class=${pass ? '' : 'fails'}>
                  <td>${pass ? '' : '✗ '}${guard} ${measure === 'default' ? '' : measure}</td>
                  <td>${value === null ? '–' : value.toFixed(2)}</td>
                  <td>${limit.toFixed(2)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  #count(at: number): void {
    if (this.#times.at(-1) === at) return;
    this.#times = [...this.#times.filter((time) => at - time < RATE_MS), at];
  }

  #framesASecond(): number {
    const [first = 0] = this.#times;
    const spanMs = (this.#times.at(-1) ?? 0) - first;
    return spanMs > 0 ? ((this.#times.length - 1) * 1000) / spanMs : 0;
  }

  async #copy(now: SessionSnapshot): Promise<void> {
    const report = JSON.stringify(this.#report(now), null, 2);
    try {
      await navigator.clipboard.writeText(report);
      this.#copied = { label: 'Copied', report: null };
    } catch {
      // An iframe without allow="clipboard-write", for example: it can be copied by hand.
      this.#copied = { label: 'Copy JSON', report };
    }
    this.#requestUpdate();
  }

  /** Measures only: neither picture nor journey. */
  #report({ lastJudged, captureFrame, state, hint, cameras }: SessionSnapshot) {
    const camera = cameras.all.find(({ deviceId }) => deviceId === cameras.running)?.label;
    return {
      phase: state.phase,
      hint: hint?.code ?? null,
      framesASecond: Number(this.#framesASecond().toFixed(2)),
      camera: camera ?? null,
      captureFrame,
      verdicts: lastJudged?.verdicts ?? [],
      score: lastJudged?.parts ?? null,
      userAgent: navigator.userAgent,
    };
  }
}

/**
 * Dots on the mesh, as the mirror shows it.
 *
 * @param landmarks 478 × (x, y, z), x and y in shares of the frame
 */
function landmarkDots(landmarks: Float32Array | undefined) {
  if (!landmarks) return nothing;
  let path = '';
  for (let at = 0; at + 1 < landmarks.length; at += 3) {
    const x = 1 - (landmarks[at] ?? 0);
    path += `M${x.toFixed(4)} ${(landmarks[at + 1] ?? 0).toFixed(4)}h0`;
  }
  return html`<svg class="dots" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<path d=${path} />`}
  </svg>`;
}
