/** A network with one hidden layer, as it is shipped. */
export interface CoverNet {
  /** For each hidden unit, a weight for each input, one unit after the other: a letter for each, `ZERO` for 0 and so on. */
  readonly weights: string;
  /** Size of the step from one letter to the next, for each hidden unit. */
  readonly steps: readonly number[];
  readonly biases: readonly number[];
  /** Of the answer: a weight for each hidden unit, and a bias. */
  readonly answer: { readonly weights: readonly number[]; readonly bias: number };
}

/** Letters pack to two thirds of what numbers do. */
export const ZERO = 'h';
const ZERO_CODE = ZERO.charCodeAt(0);

/**
 * What a network answers.
 *
 * @returns 0 to 1
 * @throws RangeError where it was made for another number of inputs
 */
export function answerOf(net: CoverNet, inputs: Float32Array): number {
  return 1 / (1 + Math.exp(-heightOf(net, inputs)));
}

/** The answer before it is brought to 0 to 1: over 0 for yes. */
export function heightOf({ weights, steps, biases, answer }: CoverNet, inputs: Float32Array): number {
  const size = inputs.length;
  if (weights.length !== size * biases.length) {
    throw new RangeError(
      `The network has ${weights.length} weights; ${size} inputs and ${biases.length} units need another number.`,
    );
  }
  let height = answer.bias;
  for (let unit = 0, at = 0; unit < biases.length; unit += 1) {
    let sum = 0;
    for (let place = 0; place < size; place += 1, at += 1) {
      sum += (weights.charCodeAt(at) - ZERO_CODE) * (inputs[place] ?? 0);
    }
    height += Math.max(0, (biases[unit] ?? 0) + (steps[unit] ?? 0) * sum) * (answer.weights[unit] ?? 0);
  }
  return height;
}
