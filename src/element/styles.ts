import { css } from 'lit';

/** All colours and sizes come from here; hosts change the `--okay-` ones. */
export const styles = css`
  :host {
    position: relative;
    --_accent: var(--okay-accent, #0a6b45);
    --_on-accent: var(--okay-on-accent, #ffffff);
    --_text: var(--okay-text, #16211c);
    --_muted: var(--okay-muted, #4a5a52);
    --_surface: var(--okay-surface, #ffffff);
    --_shade: var(--okay-shade, rgb(8 14 11 / 60%));
    --_radius: var(--okay-radius, 1.25rem);
    --_aspect: 0.75;

    display: block;
    box-sizing: border-box;
    max-width: var(--okay-width, 26rem);
    padding: 1rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: var(--okay-font, 400 1rem/1.4 system-ui, sans-serif);
    text-align: center;
  }

  /* The page decides by its color-scheme; browsers before 2024 stay light. */
  @supports (color: light-dark(red, red)) {
    :host {
      --_text: var(--okay-text, light-dark(#16211c, #eef4f0));
      --_muted: var(--okay-muted, light-dark(#4a5a52, #b4c2ba));
      --_surface: var(--okay-surface, light-dark(#ffffff, #16201b));
    }
  }

  :host([hidden]) {
    display: none;
  }

  .frame {
    position: relative;
    overflow: hidden;
    aspect-ratio: var(--_aspect);
    border-radius: calc(var(--_radius) * 0.8);
    background: #0b120f;
  }

  video,
  img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }

  /* People expect a mirror; the photo itself is not mirrored. */
  video {
    transform: scaleX(-1);
  }

  .overlay {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .dim {
    fill: var(--_shade);
  }

  .oval,
  .ring {
    fill: none;
    stroke: #ffffff;
    stroke-width: 3;
  }

  .ring {
    stroke: #58e6a5;
    stroke-width: 7;
    stroke-linecap: round;
    stroke-dasharray: 1 1;
    stroke-dashoffset: 1;
    visibility: hidden;
  }

  .holding .ring {
    visibility: visible;
    animation: fill 1000ms linear forwards;
  }

  @keyframes fill {
    to {
      stroke-dashoffset: 0;
    }
  }

  .loading {
    position: absolute;
    inset: auto 0 0;
    display: grid;
    gap: 0.5rem;
    justify-items: center;
    padding: 1rem;
    background: rgb(8 14 11 / 75%);
    color: #ffffff;
  }

  progress {
    width: min(14rem, 100%);
    accent-color: var(--_accent);
  }

  /* High enough for the longest documented sentence, so that nothing below jumps. */
  .guidance {
    display: grid;
    align-content: start;
    min-height: 8.5rem;
    padding-top: 0.75rem;
  }

  .line {
    margin: 0;
    font-size: 1.75rem;
    font-weight: 650;
    line-height: 1.2;
  }

  .sentence,
  .note {
    margin: 0.4rem 0 0;
    color: var(--_muted);
  }

  .screen {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 0.9rem;
    padding: 1rem 0;
  }

  .screen.review {
    padding-bottom: 0;
  }

  h2,
  .line {
    overflow-wrap: anywhere;
  }

  h2 {
    margin: 0;
    font-size: 1.5rem;
    line-height: 1.2;
  }

  h2:focus {
    outline: none;
  }

  .screen p {
    max-width: min(22rem, 100%);
    margin: 0;
    color: var(--_muted);
  }

  .mark {
    width: 4rem;
    height: 4rem;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .screen p:empty {
    display: none;
  }

  button {
    min-width: min(12rem, 100%);
    max-width: 100%;
    min-height: 3rem;
    padding: 0 1.5rem;
    border: 2px solid var(--_accent);
    border-radius: 1.5rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  button.quiet {
    border-color: transparent;
    background: none;
    color: inherit;
    text-decoration: underline;
  }

  button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .arrow {
    position: absolute;
    inset: 0;
    width: 4rem;
    height: 4rem;
    margin: auto auto 1rem;
    fill: #ffffff;
    stroke: rgb(8 14 11 / 60%);
    stroke-width: 3;
  }

  /* Steady white, as a lamp: nothing here may ever flash. */
  .lit {
    background: #ffffff;
    outline: 0.75rem solid #ffffff;
  }

  .lit .dim {
    fill: #ffffff;
  }

  .lit .oval {
    stroke: #8a9a92;
  }

  .stall {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 0.5rem 0;
  }

  .stall p {
    margin: 0;
  }

  .aid {
    display: grid;
    gap: 0.25rem;
    justify-items: center;
    margin: 0.5rem 0;
    color: var(--_muted);
  }

  select {
    max-width: 100%;
    min-height: 2.75rem;
    border: 1px solid currentColor;
    border-radius: 0.75rem;
    padding: 0 0.75rem;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .file {
    display: inline-grid;
    place-items: center;
    min-height: 3rem;
    text-decoration: underline;
    font-weight: 600;
    cursor: pointer;
  }

  .file input,
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .file:focus-within,
  select:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  .guidance:focus {
    outline: none;
  }

  .dots {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .dots path {
    fill: none;
    stroke: #58e6a5;
    stroke-linecap: round;
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }

  .debug table {
    width: 100%;
  }

  .debug button {
    min-width: 0;
    min-height: 1.5rem;
    font-size: 0.7rem;
  }

  .debug {
    position: absolute;
    inset: 0 0 auto;
    width: 100%;
    background: rgb(0 0 0 / 65%);
    color: #ffffff;
    font:
      0.6rem/1.25 ui-monospace,
      monospace;
    text-align: start;
  }

  .debug .fails {
    color: #ffb4a8;
  }

  @media (prefers-reduced-motion: reduce) {
    .holding .ring {
      animation-timing-function: steps(4, end);
    }
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
  }
`;
