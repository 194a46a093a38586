import { css } from 'lit';

/** The camera's picture with its frame, and the photo; after the styles of the words that stand beside them. */
export const pictureStyles = css`
  .stage,
  .photo {
    position: relative;
    overflow: hidden;
    inline-size: 100%;
    border-radius: calc(var(--_radius) * 0.8);
    background: #0b120f;
  }

  /* Never so tall that what is under it is out of sight. */
  .stage {
    inline-size: min(100%, max(13rem, 60vh * var(--_aspect)));
    aspect-ratio: var(--_aspect);
  }

  video,
  svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  img {
    display: block;
    inline-size: 100%;
    max-block-size: 60vh;
    object-fit: contain;
  }

  .dim {
    fill: var(--_shade);
  }

  .edge,
  .ring {
    fill: none;
    stroke: #ffffff;
    stroke-width: 3;
  }

  .ring {
    stroke: var(--_ring);
    stroke-width: 7;
    stroke-linecap: round;
    stroke-dasharray: 1 1;
    stroke-dashoffset: 1;
    visibility: hidden;
  }

  .holding .ring {
    visibility: visible;
    animation: fill 800ms linear forwards;
  }

  @keyframes fill {
    to {
      stroke-dashoffset: 0;
    }
  }

  /* A phone on its side: the words stand beside the picture. */
  @media (orientation: landscape) and (max-height: 34rem) {
    .pair {
      grid-template-columns: minmax(0, 55%) minmax(0, 1fr);
      align-items: center;
    }

    .stage {
      inline-size: min(100%, max(13rem, 80vh * var(--_aspect)));
    }

    .guidance {
      min-block-size: 0;
    }

    img {
      max-block-size: 80vh;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .holding .ring {
      animation-timing-function: steps(4, end);
    }
  }

  @media (forced-colors: active) {
    .stage,
    .photo {
      border: 1px solid CanvasText;
    }
  }
`;
