/**
 * Finds an element of the page.
 *
 * @throws TypeError naming the selector where it is missing or of another kind
 */
export function part<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new TypeError(`The page has no ${kind.name} at ${selector}.`);
}
