import { css } from 'lit';
import { stepListStyles } from '../id-card/step-list.js';
import { theme } from '../id-card/theme.js';
import { debugStyles } from './debug-styles.js';
import { formStyles } from './form-styles.js';
import { guidanceStyles } from './guidance-styles.js';
import { lampStyles } from './lamp-styles.js';
import { overlayStyles } from './overlay-styles.js';
import { screenStyles } from './screen-styles.js';
import { stageStyles } from './stage-styles.js';

/** What is not the host's to set. */
const hostStyles = css`
  :host {
    position: relative;
    --_tint: color-mix(in srgb, var(--_text) 8%, transparent);
    --_aspect: 0.75;

    display: block;
    box-sizing: border-box;
    max-width: var(--_width);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: var(--_font);
    text-align: center;
    -webkit-text-size-adjust: 100%;
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
export const styles = [
  theme,
  hostStyles,
  formStyles,
  stageStyles,
  overlayStyles,
  guidanceStyles,
  lampStyles,
  screenStyles,
  stepListStyles,
  debugStyles,
];
