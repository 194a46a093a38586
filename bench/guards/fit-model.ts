import { FEATURE_CLIP, type CoverModel } from '../../src/core/cover-model.ts';
import { randomOf, type Random } from './random.ts';

export interface Example {
  readonly features: readonly (number | null)[];
  readonly label: 0 | 1;
  readonly person: string;
}

interface Row {
  readonly inputs: Float64Array;
  readonly label: 0 | 1;
  readonly person: string;
  readonly weight: number;
}

const STEPS = 600;
const RATE = 0.03;
const DECAY = 0.01;
/** Copies of every person, each with features a little off. */
const COPIES = 24;
/** Share of a person's scenes that one copy has. */
const COPY_SHARE = 0.25;
/** How far people differ, over what is seen between the few that there are; and at least, in deviations of the feature. */
const SPREAD_FACTOR = 2;
const LEAST_SPREAD = 0.35;
/** On people fitted to, all but one of them are quiet on this share of their bare scenes. */
const QUIET_SHARE = 0.985;

/**
 * Fits a logistic model without negative weights, by Adam on all examples at once. Deterministic.
 *
 * A few people differ by chance in every feature, and a model fitted to them alone learns who they are. So everybody is
 * copied many times, each copy with an offset of its own on every feature, as large as people differ: what differs more
 * between people than by a cover then counts for little. Both labels weigh alike, and so do all people.
 */
export function fitModel(examples: readonly Example[]): CoverModel {
  const size = examples[0]?.features.length ?? 0;
  const { mean, deviation } = scaleOf(examples, size);
  const rows = examples.map((example) => rowOf(example, examples, mean, deviation));
  const copies = copiesOf(rows, size, randomOf('cover model'));
  const total = copies.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(size);
  let bias = 0;
  const [first, second] = [new Float64Array(size + 1), new Float64Array(size + 1)];
  for (let step = 1; step <= STEPS; step += 1) {
    const slopes = new Float64Array(size + 1);
    for (const { inputs, label, weight } of copies) {
      const error = ((1 / (1 + Math.exp(-answer(inputs, weights, bias))) - label) * weight) / total;
      for (let place = 0; place < size; place += 1)
        slopes[place] = (slopes[place] ?? 0) + error * (inputs[place] ?? 0);
      slopes[size] = (slopes[size] ?? 0) + error;
    }
    for (let place = 0; place <= size; place += 1) {
      const slope = (slopes[place] ?? 0) + (place < size ? DECAY * (weights[place] ?? 0) : 0);
      first[place] = 0.9 * (first[place] ?? 0) + 0.1 * slope;
      second[place] = 0.999 * (second[place] ?? 0) + 0.001 * slope * slope;
      const momentum = (first[place] ?? 0) / (1 - 0.9 ** step);
      const change = (RATE * momentum) / (Math.sqrt((second[place] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      if (place < size) weights[place] = Math.max(0, (weights[place] ?? 0) - change);
      else bias -= change;
    }
  }
  const short = (value: number) => Number(value.toPrecision(4));
  return {
    mean: mean.map(short),
    deviation: deviation.map(short),
    weights: Array.from(weights, short),
    bias: short(bias - loudness(rows, weights, bias)),
  };
}

function answer(inputs: Float64Array, weights: Float64Array, bias: number): number {
  let sum = bias;
  for (let place = 0; place < weights.length; place += 1) sum += (weights[place] ?? 0) * (inputs[place] ?? 0);
  return sum;
}

/** By how much the bare scenes of the last but one person are over the line. */
function loudness(rows: readonly Row[], weights: Float64Array, bias: number): number {
  const heights = peopleOf(rows).map((who) => {
    const bare = rows.filter(({ person, label }) => person === who && label === 0);
    const answers = bare.map(({ inputs }) => answer(inputs, weights, bias)).sort((a, b) => a - b);
    return answers[Math.floor(QUIET_SHARE * answers.length)] ?? 0;
  });
  return Math.max(0, heights.sort((a, b) => a - b).at(-2) ?? 0);
}

function copiesOf(rows: readonly Row[], size: number, random: Random): Row[] {
  const spread = spreadOf(rows, size);
  return peopleOf(rows).flatMap((who) => {
    const own = rows.filter(({ person }) => person === who);
    return Array.from({ length: COPIES }, () => {
      const offsets = spread.map((value) => value * normal(random));
      return own
        .filter(() => random() < COPY_SHARE)
        .map((row) => ({
          ...row,
          inputs: row.inputs.map((value, place) => clip(value + (offsets[place] ?? 0))),
        }));
    }).flat();
  });
}

/** How far the means of people's bare scenes lie apart. */
function spreadOf(rows: readonly Row[], size: number): number[] {
  const people = peopleOf(rows);
  return Array.from({ length: size }, (_, place) => {
    const means = people.map((who) =>
      meanOf(
        rows.flatMap(({ person, label, inputs }) =>
          person === who && label === 0 ? [inputs[place] ?? 0] : [],
        ),
      ),
    );
    const middle = meanOf(means);
    const variance =
      means.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, people.length - 1);
    return SPREAD_FACTOR * Math.max(LEAST_SPREAD, Math.sqrt(variance));
  });
}

function rowOf(
  { features, label, person }: Example,
  examples: readonly Example[],
  mean: readonly number[],
  deviation: readonly number[],
): Row {
  const alike = examples.filter((other) => other.person === person && other.label === label).length;
  const inputs = Float64Array.from(features, (value, place) =>
    value === null ? 0 : clip((value - (mean[place] ?? 0)) / (deviation[place] ?? 1)),
  );
  return { inputs, label, person, weight: 1 / alike };
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

function peopleOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ person }) => person))].sort();
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function clip(value: number): number {
  return Math.max(-FEATURE_CLIP, Math.min(FEATURE_CLIP, value));
}

/** Box and Muller's. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
