/**
 * An element and everything that it stands in, outwards to the root element, through shadow roots: what its language
 * and direction can come from.
 */
export function* lineageOf(element: Element): Generator<Element> {
  let node: Node | null = element;
  while (node) {
    if (node instanceof Element) yield node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
}

/** The language that HTML gives an element: the nearest `lang` attribute. Empty where it is unknown. */
export function languageOf(element: Element): string {
  for (const one of lineageOf(element)) {
    const lang = one.getAttribute('lang');
    if (lang !== null) return lang;
  }
  return '';
}
