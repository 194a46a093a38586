import { css } from 'lit';

/** What the person is told while the camera runs, and what is offered when it takes too long. */
export const guidanceStyles = css`
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

  @media (forced-colors: active) {
    .stall {
      border: 1px solid CanvasText;
    }
  }
`;
