const MEGABYTE = 1_000_000;

/**
 * How much of how much, in megabytes, as the language writes it: `0.8 / 1.9 MB`; only how much while none is known to
 * have gone.
 */
export function bytesInWords(loaded: number, total: number, locale: string): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const plain = new Intl.NumberFormat(locale, digits);
  const whole = new Intl.NumberFormat(locale, { ...digits, style: 'unit', unit: 'megabyte' });
  const inAll = whole.format(total / MEGABYTE);
  return loaded > 0 ? `${plain.format(loaded / MEGABYTE)} / ${inAll}` : inAll;
}
