/** Wide enough to show the panel beside the page; the style sheet of the panel changes at the same width. */
const BESIDE = '(width >= 72rem)';

/** Shows and hides the developer panel. It is there from the start where it covers nothing. */
export function connectToggle(button: HTMLButtonElement, panel: HTMLElement): void {
  const show = (isShown: boolean) => {
    panel.hidden = !isShown;
    button.setAttribute('aria-expanded', String(isShown));
    document.body.classList.toggle('with-panel', isShown);
  };
  show(matchMedia(BESIDE).matches);
  button.addEventListener('click', () => {
    show(panel.hidden === true);
    if (panel.hidden === false) panel.focus();
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    show(false);
    button.focus();
  });
}
