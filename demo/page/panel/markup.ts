/** The tag as it would stand in a page of one's own, one attribute a line. */
export function markupOf(element: Element): string {
  const name = element.localName;
  const attributes = [...element.attributes]
    .filter(({ name: attribute }) => !['style', 'class'].includes(attribute))
    .map(({ name: attribute, value }) => (value === '' ? attribute : `${attribute}="${escaped(value)}"`));
  return `<${[name, ...attributes].join('\n  ')}\n></${name}>`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
