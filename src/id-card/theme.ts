import { css } from 'lit';

/**
 * Every custom property that a host may set, with its default, for both elements. They are read here only; styles use
 * the private ones, whose names begin with `--_`.
 */
export const theme = css`
  :host {
    --_accent: var(--okay-accent, #0a6b45);
    --_on-accent: var(--okay-on-accent, #ffffff);
    --_text: var(--okay-text, #16211c);
    --_muted: var(--okay-muted, #4a5a52);
    --_surface: var(--okay-surface, #ffffff);
    --_ring: var(--okay-ring, #58e6a5);
    --_shade: var(--okay-shade, rgb(8 14 11 / 60%));
    --_radius: var(--okay-radius, 1.25rem);
    --_width: var(--okay-width, 26rem);
    --_wide: var(--okay-width, 46rem);
    --_font: var(--okay-font, 400 1rem/1.5 system-ui, sans-serif);
    --_warning: #9a4a00;
    /* Of what is drawn on the surface: the accent itself is too dark for a dark one. */
    --_line: var(--_accent);
  }

  /* The page decides by its color-scheme; browsers before 2024 stay light. */
  @supports (color: light-dark(red, red)) {
    :host {
      --_text: var(--okay-text, light-dark(#16211c, #eef4f0));
      --_muted: var(--okay-muted, light-dark(#4a5a52, #b4c2ba));
      --_surface: var(--okay-surface, light-dark(#ffffff, #16201b));
      --_warning: light-dark(#9a4a00, #ffb86b);
      --_line: light-dark(var(--_accent), color-mix(in oklab, var(--_accent) 35%, #ffffff));
    }
  }
`;
