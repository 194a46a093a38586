import { css } from 'lit';

/** The camera picture with what lies over it, and the guidance under it or beside it. */
export const stageStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding-bottom: 0.75rem;
    border-radius: var(--_radius);
  }

  /* Never so tall that the words under it are out of sight. */
  .frame {
    position: relative;
    overflow: hidden;
    box-sizing: border-box;
    width: min(100%, max(15rem, 68vh * var(--_aspect)));
    margin-inline: auto;
    aspect-ratio: var(--_aspect);
    border-radius: var(--_radius);
    background: #0b120f;
  }

  @supports (height: 1svh) {
    .frame {
      width: min(100%, max(15rem, 68svh * var(--_aspect)));
    }
  }

  .side {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    justify-items: center;
    gap: 0.75rem;
    padding: 0.75rem 1.25rem 0;
  }

  video,
  .frame img {
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
    transition: fill 400ms;
  }

  .oval,
  .ring {
    fill: none;
    stroke: rgb(255 255 255 / 85%);
    stroke-width: 3;
  }

  .ring {
    stroke: var(--_ring);
    stroke-width: 8;
    stroke-linecap: round;
    stroke-dasharray: 1 1;
    stroke-dashoffset: 1;
    visibility: hidden;
  }

  .holding .ring {
    visibility: visible;
    animation: fill 1000ms linear forwards;
  }

  /* The photo is being made: the ring is whole, and a sign fades in. */
  .taken .ring {
    visibility: visible;
    stroke-dashoffset: 0;
  }

  .taken .got {
    animation: appear 300ms ease-out;
  }

  .got circle {
    fill: #0a6b45;
  }

  .got path {
    fill: none;
    stroke: #ffffff;
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  @keyframes fill {
    to {
      stroke-dashoffset: 0;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  .arrows circle {
    fill: #ffffff;
  }

  .arrows path {
    fill: none;
    stroke: #10241a;
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  @media (prefers-reduced-motion: no-preference) {
    .arrows {
      animation: nudge 1.4s ease-in-out 3;
    }
  }

  /* All arrows at once and about the middle, which the compositor does alone; one at a time would repaint the page. Not
     without end: even so the page's thread would have to look at its styles in every frame. */
  @keyframes nudge {
    50% {
      scale: 1.05;
    }
  }

  .back {
    animation-name: nudge-back;
  }

  @keyframes nudge-back {
    50% {
      scale: 0.95;
    }
  }

  .loading {
    position: absolute;
    inset: auto 0 0;
    display: grid;
    gap: 0.6rem;
    justify-items: center;
    padding: 1.25rem;
    background: rgb(8 14 11 / 75%);
    color: #ffffff;
    --_line: var(--_ring);
    --_tint: rgb(255 255 255 / 25%);
  }

  /* The longest text of the language lies unseen in the same place, so that nothing ever jumps. */
  .guidance {
    display: grid;
    gap: 0.35rem;
    width: 100%;
    min-height: 7rem;
    align-content: start;
  }

  .guidance:focus {
    outline: none;
  }

  .line,
  .sentence {
    display: grid;
    margin: 0;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  :is(.line, .sentence) > span,
  :is(.line, .sentence)[data-longest]::after {
    grid-area: 1 / 1;
    min-width: 0;
  }

  :is(.line, .sentence)[data-longest]::after {
    content: attr(data-longest);
    visibility: hidden;
  }

  .line {
    font-size: min(1.75rem, 10vw);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.2;
  }

  .sentence,
  .note {
    color: var(--_muted);
    line-height: 1.4;
  }

  .note {
    margin: 0;
  }

  .stall {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 0.75rem;
    box-sizing: border-box;
    width: 100%;
    padding: 1rem;
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_tint);
  }

  .stall p {
    margin: 0;
  }

  /* Steady white, as a lamp: nothing here may ever flash. */
  .stage.lit {
    outline: 1.5rem solid #ffffff;
    background: #ffffff;
    color: #16211c;
    color-scheme: light;
    --_text: #16211c;
    --_muted: #4a5a52;
    --_surface: #ffffff;
    --_line: #0a6b45;
  }

  .lit .frame {
    background: #ffffff;
  }

  .lit .dim {
    fill: #ffffff;
  }

  .lit .oval {
    stroke: #8a9a92;
  }

  .lit .arrows circle {
    fill: #10241a;
  }

  .lit .arrows path {
    stroke: #ffffff;
  }

  /* A phone on its side: the words stand beside the picture. */
  @media (orientation: landscape) and (max-height: 34rem) {
    :host {
      max-width: var(--_wide);
    }

    .stage {
      grid-template-columns: auto minmax(0, 1fr);
      padding: 0;
    }

    .frame {
      width: calc((100vh - 1rem) * var(--_aspect));
      max-width: 45vw;
    }

    .side {
      align-content: center;
      padding: 0.75rem 1.25rem;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .holding .ring {
      animation-timing-function: steps(4, end);
    }

    .dim {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .frame {
      border: 1px solid CanvasText;
    }

    .stall {
      border: 1px solid CanvasText;
    }

    /* The person asked for light, and gets it. */
    .stage.lit {
      forced-color-adjust: none;
    }
  }
`;
