/** Median of the runs with the least and the greatest. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** @throws RangeError without values */
export function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), min: quantile(values, 0), max: quantile(values, 1) };
}

/**
 * The value below which a share of the values lies, between two of them by proportion.
 *
 * @param share 0 (least) to 1 (greatest)
 * @throws RangeError without values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined)
    throw new RangeError('There is nothing to take a quantile of.');
  return below + (above - below) * (place % 1);
}

/** Median of the first values over that of the second ones. */
export function ratio(of: readonly number[], to: readonly number[]): number {
  return spread(of).median / spread(to).median;
}
