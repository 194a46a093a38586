import { css } from 'lit';

export const debugStyles = css`
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

  .debug {
    position: absolute;
    inset: 0 0 auto;
    max-height: 100%;
    overflow: auto;
    padding: 0.4rem;
    background: rgb(0 0 0 / 70%);
    color: #ffffff;
    font:
      0.625rem/1.3 ui-monospace,
      monospace;
    text-align: start;
  }

  .debug p {
    margin: 0;
  }

  .debug table {
    width: 100%;
    border-collapse: collapse;
    font: inherit;
  }

  .debug :is(td, th) {
    padding: 0;
    font-weight: 400;
    text-align: start;
  }

  .debug :is(td, th):nth-child(n + 2) {
    padding-inline-start: 0.6em;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .debug .fails {
    color: #ffb4a8;
  }

  .debug button {
    margin-inline-start: 0.6rem;
    width: auto;
    min-height: 1.5rem;
    padding: 0.1rem 0.6rem;
    border-radius: 0.4rem;
    font-size: inherit;
  }

  .debug textarea {
    box-sizing: border-box;
    width: 100%;
    font: inherit;
  }
`;
