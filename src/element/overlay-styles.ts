import { css } from 'lit';

/** What is drawn over the picture: the dimmed surround, the oval, the ring of the hold, the arrows. */
export const overlayStyles = css`
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

  /* All arrows at once and about the middle, which the compositor does alone; one at a time would repaint the page, and
     scaling an SVG by the property of that name makes Chromium look at the styles in every frame. */
  @keyframes nudge {
    50% {
      transform: scale(1.05);
    }
  }

  .back {
    animation-name: nudge-back;
  }

  @keyframes nudge-back {
    50% {
      transform: scale(0.95);
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
`;
