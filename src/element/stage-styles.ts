import { css } from 'lit';

/** The camera's picture, and what is under it or beside it. */
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

  @media (forced-colors: active) {
    .frame {
      border: 1px solid CanvasText;
    }
  }
`;
