import { css } from 'lit';

export const cardStyles = css`
  :host {
    display: block;
    --_accent: var(--okay-accent, #0a6b45);
    --_on-accent: var(--okay-on-accent, #ffffff);
  }

  :host([hidden]) {
    display: none;
  }

  label {
    display: inline-grid;
    place-items: center;
    min-height: 3rem;
    padding: 0 1.5rem;
    border-radius: 1.5rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    cursor: pointer;
  }

  label.busy {
    opacity: 0.7;
    cursor: progress;
  }

  label:focus-within {
    outline: 3px solid currentColor;
    outline-offset: 3px;
    outline-color: var(--_accent);
  }

  input {
    position: absolute;
    width: 1px;
    height: 1px;
    opacity: 0;
  }

  [part='error']:not(:empty) {
    margin-top: 1rem;
  }

  p {
    margin: 0.25rem 0 0;
  }
`;
