import { css, html, nothing, type TemplateResult } from 'lit';
import type { CaptureError } from '../core/errors.js';
import { isTextKey, type Texts } from '../locales/texts.js';

/** What to do in this very browser, one after the other. */
export function stepList(steps: readonly string[]): TemplateResult | typeof nothing {
  if (!saysMoreThanText(steps)) return nothing;
  return html`<ol class="steps" part="steps">
    ${steps.map((step) => html`<li>${step}</li>`)}
  </ol>`;
}

/**
 * Whether the text of an error is shown: its steps say the same for this browser and more, and once would be enough. What
 * the host wrote itself always is.
 *
 * @param messages those of the host
 */
export function showsText(
  { code }: CaptureError,
  steps: readonly string[],
  messages: Partial<Texts>,
): boolean {
  const key = `error.${code}.text`;
  return !saysMoreThanText(steps) || (isTextKey(key) && messages[key] !== undefined);
}

/** A single step is what the text says already. */
function saysMoreThanText(steps: readonly string[]): boolean {
  return steps.length > 1;
}

/** Numbers of the document's own script come with the list. */
export const stepListStyles = css`
  .steps {
    display: grid;
    gap: 0.5rem;
    box-sizing: border-box;
    width: 100%;
    max-width: 22rem;
    margin: 0;
    padding: 1rem;
    padding-inline-start: 2.5rem;
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_tint);
    text-align: start;
  }

  .steps li {
    padding-inline-start: 0.25rem;
    overflow-wrap: anywhere;
  }

  .steps li::marker {
    color: var(--_line);
    font-weight: 700;
  }

  @media (forced-colors: active) {
    .steps {
      border: 1px solid CanvasText;
    }
  }
`;
