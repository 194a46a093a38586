import { css } from 'lit';

/** The screen as a lamp, after everything that it overrides. */
export const lampStyles = css`
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

  @media (forced-colors: active) {
    /* The person asked for light, and gets it. */
    .stage.lit {
      forced-color-adjust: none;
    }
  }
`;
