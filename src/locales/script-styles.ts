import { css } from 'lit';

/** What scripts other than Latin need, for the elements' headings, lines and buttons. */
export const scriptStyles = css`
  h2,
  p,
  button,
  label {
    overflow-wrap: anywhere;
  }

  /* Signs stand over and under the letters, and would touch those of the next line. */
  :is(h2, p, button, label):is(:lang(th), :lang(km), :lang(my), :lang(ta), :lang(ar)) {
    line-height: 1.6;
  }

  /* No line begins with a full stop or a closing bracket. */
  :is(h2, p):lang(zh) {
    line-break: strict;
  }
`;
