import { css } from 'lit';
import { debugStyles } from './debug-styles.js';
import { formStyles } from './form-styles.js';
import { screenStyles } from './screen-styles.js';
import { stageStyles } from './stage-styles.js';

/** All colours and sizes come from here; hosts change the `--okay-` ones. */
const hostStyles = css`
  :host {
    position: relative;
    --_accent: var(--okay-accent, #0a6b45);
    --_on-accent: var(--okay-on-accent, #ffffff);
    --_text: var(--okay-text, #16211c);
    --_muted: var(--okay-muted, #4a5a52);
    --_surface: var(--okay-surface, #ffffff);
    --_shade: var(--okay-shade, rgb(8 14 11 / 60%));
    --_radius: var(--okay-radius, 1.25rem);
    /* Of what is drawn on the surface: the accent itself is too dark for a dark one. */
    --_line: var(--_accent);
    --_warning: #9a4a00;
    --_tint: color-mix(in srgb, var(--_text) 8%, transparent);
    --_aspect: 0.75;

    display: block;
    box-sizing: border-box;
    max-width: var(--okay-width, 26rem);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: var(--okay-font, 400 1rem/1.5 system-ui, sans-serif);
    text-align: center;
    -webkit-text-size-adjust: 100%;
  }

  /* The page decides by its color-scheme; browsers before 2024 stay light. */
  @supports (color: light-dark(red, red)) {
    :host {
      --_text: var(--okay-text, light-dark(#16211c, #eef4f0));
      --_muted: var(--okay-muted, light-dark(#4a5a52, #b4c2ba));
      --_surface: var(--okay-surface, light-dark(#ffffff, #16201b));
      --_line: light-dark(var(--_accent), color-mix(in oklab, var(--_accent) 35%, #ffffff));
      --_warning: light-dark(#9a4a00, #ffb86b);
    }
  }

  :host([hidden]) {
    display: none;
  }

  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Everything that the element's screens look like. */
export const styles = [hostStyles, formStyles, stageStyles, screenStyles, debugStyles];
