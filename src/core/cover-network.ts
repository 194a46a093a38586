/** A network with one hidden layer: its inputs brought to mean 0 and deviation 1, tanh, one logistic output. */
export interface CoverNetwork {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** One row of input weights for each hidden unit, its bias last. */
  readonly hidden: readonly (readonly number[])[];
  /** One weight for each hidden unit, the bias last. */
  readonly output: readonly number[];
}

/** @returns 0 to 1. */
export function answerOf(
  { mean, deviation, hidden, output }: CoverNetwork,
  features: readonly number[],
): number {
  let sum = output.at(-1) ?? 0;
  hidden.forEach((weights, unit) => {
    let input = weights.at(-1) ?? 0;
    for (let place = 0; place < mean.length; place += 1) {
      const value = ((features[place] ?? 0) - (mean[place] ?? 0)) / (deviation[place] ?? 1);
      // Far outside of what was fitted to, a feature must not decide alone.
      input += (weights[place] ?? 0) * Math.max(-3, Math.min(3, value));
    }
    sum += (output[unit] ?? 0) * Math.tanh(input);
  });
  return 1 / (1 + Math.exp(-sum));
}
