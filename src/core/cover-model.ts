/** A logistic model of features that are first brought to mean 0 and deviation 1. */
export interface CoverModel {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Far outside of what was fitted to, no feature may decide alone. */
export const FEATURE_CLIP = 3.5;

/**
 * How surely a part is covered.
 *
 * @param features What is not known counts as its mean.
 * @returns 0 to 1
 */
export function answerOf(
  { mean, deviation, weights, bias }: CoverModel,
  features: readonly (number | null)[],
): number {
  let sum = bias;
  features.forEach((feature, place) => {
    if (feature === null) return;
    const value = (feature - (mean[place] ?? 0)) / (deviation[place] ?? 1);
    sum += (weights[place] ?? 0) * Math.max(-FEATURE_CLIP, Math.min(FEATURE_CLIP, value));
  });
  return 1 / (1 + Math.exp(-sum));
}
