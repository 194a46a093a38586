/** Red, green, blue and opacity, each 0 to 1. */
type Colour = readonly [number, number, number, number];

const WHITE: Colour = [1, 1, 1, 1];
const BLACK: Colour = [0, 0, 0, 1];
/** Sizes from which text counts as large, CSS pixels: 18 and 14 points (WCAG 2.2, "large scale"). */
const LARGE_PX = 24;
const LARGE_BOLD_PX = 18.66;

export interface WeakText {
  readonly words: string;
  readonly ratio: number;
  /** 4.5, or 3 for large text (WCAG 2.2, 1.4.3). */
  readonly needed: number;
}

/** Texts in an element and the elements in it whose contrast with what is behind them is below AA. */
export function weakTexts(root: Element): { readonly read: number; readonly weak: readonly WeakText[] } {
  const texts = textsIn(root).map(({ words, holder }) => {
    const style = getComputedStyle(holder);
    const sizePx = parseFloat(style.fontSize);
    const isLarge = sizePx >= LARGE_PX || (sizePx >= LARGE_BOLD_PX && Number(style.fontWeight) >= 700);
    return { words, ratio: worstRatio(holder, style.color), needed: isLarge ? 3 : 4.5 };
  });
  return { read: texts.length, weak: texts.filter(({ ratio, needed }) => ratio < needed) };
}

/** Contrast of a colour with what is behind an element; over a picture, of the worst that could be in it. */
export function worstRatio(element: Element, colour: string): number {
  return Math.min(
    ...[WHITE, BLACK].map((picture) => {
      const behind = groundOf(element, picture);
      return ratio(over(parse(colour), behind), behind);
    }),
  );
}

function textsIn(root: Element): { words: string; holder: Element }[] {
  const found: { words: string; holder: Element }[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      const words = node.data.trim();
      const holder = node.parentElement ?? hostOf(node);
      if (words && holder && isSeen(holder)) found.push({ words, holder });
      return;
    }
    if (node instanceof HTMLStyleElement) return;
    for (const child of node.childNodes) visit(child);
    if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
  };
  visit(root);
  return found;
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  // Words for screen readers alone are one pixel large; what cannot be pressed needs no contrast.
  const isDisabled = element.closest('button:disabled') !== null;
  return width > 1 && height > 1 && !isDisabled && element.checkVisibility({ visibilityProperty: true });
}

function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The colour behind an element: its own background over that of what it lies in. */
function groundOf(element: Element | null, picture: Colour): Colour {
  if (!element) return WHITE;
  const own = parse(getComputedStyle(element).backgroundColor);
  if (own[3] === 1) return element.matches('.frame') ? picture : own;
  const isOverPicture = element.matches('.frame > *');
  const around = element.assignedSlot ?? element.parentElement ?? hostOf(element);
  return over(own, isOverPicture ? picture : groundOf(around, picture));
}

const context = () => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('This browser has no 2d canvas.');
  return canvas;
};

/** Any colour that CSS computes, `oklab()` and `color-mix()` too. */
function parse(colour: string): Colour {
  const canvas = context();
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, opacity = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, opacity / 255];
}

function over([red, green, blue, opacity]: Colour, [r, g, b]: Colour): Colour {
  const mix = (own: number, behind: number) => own * opacity + behind * (1 - opacity);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function ratio(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
