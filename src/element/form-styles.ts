import { css } from 'lit';

/** What is pressed and chosen. */
export const formStyles = css`
  button,
  .file {
    box-sizing: border-box;
    width: 100%;
    max-width: 22rem;
    min-height: 3.25rem;
    padding: 0.6rem 1.25rem;
    border: 2px solid transparent;
    border-radius: 1.625rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
    transition: filter 150ms;
  }

  button:hover {
    filter: brightness(1.12);
  }

  button:active {
    filter: brightness(0.94);
  }

  button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }

  button.quiet,
  .file {
    background: var(--_tint);
    color: inherit;
  }

  /* Leaves a step: there for who looks for it. */
  button.leave {
    width: auto;
    min-height: 2.75rem;
    padding-block: 0.4rem;
    background: none;
    color: var(--_muted);
  }

  .file {
    position: relative;
    display: grid;
    place-items: center;
  }

  .file input {
    position: absolute;
    width: 1px;
    height: 1px;
    opacity: 0;
  }

  .aid {
    display: grid;
    gap: 0.25rem;
    justify-items: center;
    width: 100%;
    max-width: 22rem;
    color: var(--_muted);
    font-size: 0.875rem;
  }

  select {
    box-sizing: border-box;
    width: 100%;
    min-height: 2.75rem;
    padding: 0 0.75rem;
    border: 1px solid color-mix(in srgb, var(--_text) 55%, transparent);
    border-radius: 0.75rem;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
  }

  :is(button, select):focus-visible,
  .file:focus-within {
    outline: 3px solid var(--_line);
    outline-offset: 2px;
  }

  progress {
    width: min(16rem, 100%);
    height: 0.5rem;
    accent-color: var(--_accent);
  }

  @media not (forced-colors: active) {
    progress {
      appearance: none;
      overflow: hidden;
      border: 0;
      border-radius: 0.25rem;
      background: var(--_tint);
    }

    progress::-webkit-progress-bar {
      background: none;
    }

    progress::-webkit-progress-value {
      border-radius: 0.25rem;
      background: var(--_line);
    }

    progress::-moz-progress-bar {
      border-radius: 0.25rem;
      background: var(--_line);
    }

    progress:indeterminate {
      background: linear-gradient(90deg, var(--_tint) 30%, var(--_line) 50%, var(--_tint) 70%) 0 / 200% 100%;
      /* Each of its pictures is painted by the page, which has enough to do in the first moment. */
      animation: slide 1.6s linear 600ms infinite;
    }

    progress:indeterminate::-moz-progress-bar {
      background: none;
    }
  }

  @keyframes slide {
    from {
      background-position: 200% 0;
    }
  }

  @media (forced-colors: active) {
    button,
    .file,
    select {
      border-color: ButtonText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    progress:indeterminate {
      animation-duration: 6s;
    }

    progress::-webkit-progress-value {
      transition: none;
    }
  }
`;
