import { css } from 'lit';

/** Every screen without the camera's picture. */
export const screenStyles = css`
  .screen {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 0.75rem;
    padding: 2rem 1.25rem 1.5rem;
  }

  .screen.review {
    align-content: center;
    padding-block: 1rem 0.75rem;
  }

  .screen.id-card {
    padding-top: 1.5rem;
  }

  h2 {
    margin: 0;
    font-size: min(1.5rem, 9vw);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.25;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  h2:focus {
    outline: none;
  }

  .screen p {
    max-width: min(22rem, 100%);
    margin: 0;
    color: var(--_muted);
    text-wrap: pretty;
  }

  .screen p:empty,
  [role='alert']:empty {
    display: none;
  }

  /* The buttons are a group of their own. */
  .screen > slot > button:first-of-type {
    margin-top: 0.5rem;
  }

  .screen slot {
    display: contents;
  }

  .mark {
    width: 4.5rem;
    height: 4.5rem;
    margin-bottom: 0.25rem;
    fill: none;
    stroke: var(--_line);
    stroke-width: 4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .mark circle {
    fill: color-mix(in srgb, var(--_line) 14%, transparent);
    stroke: none;
  }

  .mark.tall {
    width: 7rem;
    height: 7rem;
    stroke-width: 2.4;
  }

  .mark.warning {
    --_line: var(--_warning);
  }

  .done .mark {
    animation: appear 400ms ease-out;
  }

  /* The photo that is on its way, in the shape in which it was taken. */
  .portrait {
    width: 7.5rem;
    height: 10rem;
    margin-bottom: 0.5rem;
    border-radius: 50%;
    object-fit: cover;
    outline: 3px solid var(--_line);
    outline-offset: 4px;
    animation: appear 300ms ease-out;
  }

  .bytes {
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  @media (orientation: landscape) and (max-height: 34rem) {
    .screen {
      padding-block: 1rem;
    }
  }

  @media (forced-colors: active) {
    .mark {
      stroke: CanvasText;
    }

    .mark circle {
      fill: none;
    }
  }
`;
