import { css } from 'lit';

/** The ways to give a photo, the buttons and the words. */
export const cardStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    --_aspect: 1.3333;
    --_tint: color-mix(in srgb, currentColor 8%, transparent);
    --_edge: color-mix(in srgb, currentColor 35%, transparent);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  .card,
  .ways,
  .pair,
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    justify-items: center;
    text-align: center;
  }

  .pair,
  .beside {
    inline-size: 100%;
  }

  .ways {
    box-sizing: border-box;
    inline-size: 100%;
    padding: min(1rem, 4vw);
    border: 2px dashed transparent;
    border-radius: calc(var(--_radius) * 0.8);
  }

  .ways.over {
    border-color: var(--_line);
  }

  /* Nobody drops or pastes with a finger. */
  @media (hover: hover) and (pointer: fine) {
    .ways {
      border-color: var(--_edge);
    }
  }

  @media not ((hover: hover) and (pointer: fine)) {
    .ways:not(.over) .note {
      display: none;
    }
  }

  button,
  label {
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: 22rem;
    min-block-size: 3.25rem;
    padding: 0.6rem min(1.25rem, 5vw);
    border: 2px solid transparent;
    border-radius: 1.625rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition: filter 150ms;
  }

  button:hover {
    filter: brightness(1.12);
  }

  label {
    position: relative;
    display: grid;
    place-items: center;
    background: var(--_tint);
    color: inherit;
  }

  button.quiet {
    background: var(--_tint);
    color: inherit;
  }

  label.busy {
    opacity: 0.7;
    cursor: progress;
  }

  button:focus-visible,
  label:focus-within {
    outline: 3px solid var(--_line);
    outline-offset: 3px;
  }

  /* Where a step begins, and nothing that can be used. */
  .stage:focus,
  .title:focus {
    outline: none;
  }

  input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    opacity: 0;
  }

  /* High enough for two lines of either, so that nothing below jumps. */
  .guidance {
    display: grid;
    align-content: start;
    min-block-size: 7.5rem;
  }

  .line {
    margin: 0;
    font-size: min(1.75rem, 11vw);
    font-weight: 650;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }

  .sentence,
  .note,
  [part='error'] p {
    max-inline-size: 24rem;
    margin: 0;
    color: var(--_muted);
  }

  .sentence {
    margin-block-start: 0.4rem;
  }

  .note {
    font-size: 0.9rem;
  }

  .spoken {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .card {
    position: relative;
  }

  [part='error'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
    justify-items: center;
    inline-size: 100%;
  }

  [part='error'] strong {
    color: var(--_warning);
  }

  /* Stays in the page, so that a screen reader hears what comes into it; takes no gap while empty. */
  [part='error']:empty {
    margin-block-start: -0.75rem;
  }

  @media (forced-colors: active) {
    button,
    label {
      border-color: ButtonText;
    }
  }
`;
