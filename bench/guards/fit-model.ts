import { FEATURE_CLIP, type CoverModel } from '../../src/core/cover-model.ts';

/** How weights are held back: few people are known, and no weight must tell who they are. */
export interface FitOptions {
  /** Penalty on the square of the weights. */
  readonly decay: number;
  /** How many of the first weights may be negative, and the penalty on them. */
  readonly signed: number;
  readonly signedDecay: number;
}

export interface Example {
  readonly features: readonly (number | null)[];
  readonly label: 0 | 1;
  readonly person: string;
}

interface Row {
  readonly inputs: Float64Array;
  readonly label: 0 | 1;
  readonly weight: number;
}

const STEPS = 500;
const RATE = 0.03;
/** Share of a person's bare examples that the line lies above; of all people but one, as one of so few may be odd. */
const QUIET_SHARE = 0.985;

/**
 * Fits a logistic model, by Adam on all examples at once. Deterministic. Both labels weigh alike,
 * and so do all people.
 *
 * Where the line lies is told by people who were left out: each one in turn is answered by a model that was fitted to the
 * others.
 */
export function fitModel(
  examples: readonly Example[],
  leftOut: (person: string) => { readonly others: readonly Example[]; readonly own: readonly Example[] },
  options: FitOptions,
): CoverModel {
  const model = fitWeights(examples, options);
  const people = [...new Set(examples.map(({ person }) => person))].sort();
  const lines = people.map((person) => {
    const { others, own } = leftOut(person);
    const other = fitWeights(others, options);
    const heights = own.filter(({ label }) => label === 0).map(({ features }) => heightOf(other, features));
    return heights.sort((one, next) => one - next)[Math.floor(QUIET_SHARE * heights.length)] ?? 0;
  });
  return { ...model, bias: short(model.bias - (lines.sort((one, next) => one - next).at(-2) ?? 0)) };
}

/** The logit that a model answers with. */
export function heightOf(
  { mean, deviation, weights, bias }: CoverModel,
  features: readonly (number | null)[],
): number {
  return inputsOf(features, mean, deviation).reduce(
    (sum, input, place) => sum + input * (weights[place] ?? 0),
    bias,
  );
}

function fitWeights(examples: readonly Example[], { decay, signed, signedDecay }: FitOptions): CoverModel {
  const size = examples[0]?.features.length ?? 0;
  const { mean, deviation } = scaleOf(examples, size);
  const rows = rowsOf(examples, mean, deviation);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(size + 1);
  const [first, second] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  for (let step = 1; step <= STEPS; step += 1) {
    const slopes = slopesOf(rows, weights, total);
    for (let place = 0; place <= size; place += 1) {
      const slope =
        (slopes[place] ?? 0) +
        (place < size ? (place < signed ? signedDecay : decay) * (weights[place] ?? 0) : 0);
      first[place] = 0.9 * (first[place] ?? 0) + 0.1 * slope;
      second[place] = 0.999 * (second[place] ?? 0) + 0.001 * slope * slope;
      const momentum = (first[place] ?? 0) / (1 - 0.9 ** step);
      const change = (RATE * momentum) / (Math.sqrt((second[place] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      const next = (weights[place] ?? 0) - change;
      weights[place] = place < signed || place === size ? next : Math.max(0, next);
    }
  }
  return {
    mean: mean.map(short),
    deviation: deviation.map(short),
    weights: Array.from(weights.subarray(0, size), short),
    bias: short(weights[size] ?? 0),
  };
}

/** The last weight is the bias. */
function slopesOf(rows: readonly Row[], weights: Float64Array, total: number): Float64Array {
  const size = weights.length - 1;
  const slopes = new Float64Array(size + 1);
  for (const { inputs, label, weight } of rows) {
    let sum = weights[size] ?? 0;
    for (let place = 0; place < size; place += 1) sum += (weights[place] ?? 0) * (inputs[place] ?? 0);
    const error = ((1 / (1 + Math.exp(-sum)) - label) * weight) / total;
    for (let place = 0; place < size; place += 1)
      slopes[place] = (slopes[place] ?? 0) + error * (inputs[place] ?? 0);
    slopes[size] = (slopes[size] ?? 0) + error;
  }
  return slopes;
}

function rowsOf(examples: readonly Example[], mean: readonly number[], deviation: readonly number[]): Row[] {
  const counts = new Map<string, number>();
  const keyOf = ({ person, label }: Example) => `${person} ${label}`;
  for (const example of examples) counts.set(keyOf(example), (counts.get(keyOf(example)) ?? 0) + 1);
  return examples.map((example) => ({
    inputs: inputsOf(example.features, mean, deviation),
    label: example.label,
    weight: 1 / (counts.get(keyOf(example)) ?? 1),
  }));
}

function inputsOf(
  features: readonly (number | null)[],
  mean: readonly number[],
  deviation: readonly number[],
): Float64Array {
  return Float64Array.from(features, (value, place) => {
    if (value === null) return 0;
    const scaled = (value - (mean[place] ?? 0)) / (deviation[place] ?? 1);
    return Math.max(-FEATURE_CLIP, Math.min(FEATURE_CLIP, scaled));
  });
}

function scaleOf(examples: readonly Example[], size: number): { mean: number[]; deviation: number[] } {
  const columns = Array.from({ length: size }, (_, place) =>
    examples.flatMap(({ features }) => features[place] ?? []),
  );
  const mean = columns.map(meanOf);
  const deviation = columns.map((column, place) =>
    Math.max(1e-3, Math.sqrt(meanOf(column.map((value) => (value - (mean[place] ?? 0)) ** 2)))),
  );
  return { mean, deviation };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function short(value: number): number {
  return Number(value.toPrecision(4));
}
