import type { CoverNetwork } from '../../src/core/cover-network.ts';
import { randomOf } from './random.ts';

export interface Example {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  readonly person: string;
}

export interface FitOptions {
  readonly hiddenUnits?: number;
  readonly steps?: number;
  readonly decay?: number;
}

const CLIP = 3;
const RATE = 0.02;

/** Fits a network by Adam on all examples at once. Both labels weigh alike, and so do all people. Deterministic. */
export function fitNetwork(
  examples: readonly Example[],
  { hiddenUnits = 6, steps = 400, decay = 0.004 }: FitOptions = {},
): CoverNetwork {
  const size = examples[0]?.features.length ?? 0;
  const { mean, deviation } = scaleOf(examples, size);
  const inputs = examples.map(({ features }) =>
    Float64Array.from(features, (value, place) => {
      const scaled = (value - (mean[place] ?? 0)) / (deviation[place] ?? 1);
      return Math.max(-CLIP, Math.min(CLIP, scaled));
    }),
  );
  const shares = weightsOf(examples);
  const perUnit = size + 1;
  const count = hiddenUnits * perUnit + hiddenUnits + 1;
  const random = randomOf('cover network');
  const weights = Float64Array.from({ length: count }, () => (random() - 0.5) / Math.sqrt(size));
  const [first, second] = [new Float64Array(count), new Float64Array(count)];
  const outputAt = hiddenUnits * perUnit;
  for (let step = 1; step <= steps; step += 1) {
    const gradient = new Float64Array(count);
    inputs.forEach((input, number) => {
      const units = new Float64Array(hiddenUnits);
      let sum = weights[count - 1] ?? 0;
      for (let unit = 0; unit < hiddenUnits; unit += 1) {
        let total = weights[unit * perUnit + size] ?? 0;
        for (let place = 0; place < size; place += 1) {
          total += (weights[unit * perUnit + place] ?? 0) * (input[place] ?? 0);
        }
        units[unit] = Math.tanh(total);
        sum += (weights[outputAt + unit] ?? 0) * (units[unit] ?? 0);
      }
      const error = (1 / (1 + Math.exp(-sum)) - (examples[number]?.label ?? 0)) * (shares[number] ?? 0);
      gradient[count - 1] = (gradient[count - 1] ?? 0) + error;
      for (let unit = 0; unit < hiddenUnits; unit += 1) {
        const value = units[unit] ?? 0;
        gradient[outputAt + unit] = (gradient[outputAt + unit] ?? 0) + error * value;
        const back = error * (weights[outputAt + unit] ?? 0) * (1 - value * value);
        const at = unit * perUnit;
        for (let place = 0; place < size; place += 1) {
          gradient[at + place] = (gradient[at + place] ?? 0) + back * (input[place] ?? 0);
        }
        gradient[at + size] = (gradient[at + size] ?? 0) + back;
      }
    });
    for (let index = 0; index < count; index += 1) {
      const slope = (gradient[index] ?? 0) + decay * (weights[index] ?? 0);
      first[index] = 0.9 * (first[index] ?? 0) + 0.1 * slope;
      second[index] = 0.999 * (second[index] ?? 0) + 0.001 * slope * slope;
      const momentum = (first[index] ?? 0) / (1 - 0.9 ** step);
      const spread = (second[index] ?? 0) / (1 - 0.999 ** step);
      weights[index] = (weights[index] ?? 0) - (RATE * momentum) / (Math.sqrt(spread) + 1e-8);
    }
  }
  const short = (value: number) => Number(value.toPrecision(4));
  return {
    mean: mean.map(short),
    deviation: deviation.map(short),
    hidden: Array.from({ length: hiddenUnits }, (_, unit) =>
      Array.from(weights.subarray(unit * perUnit, (unit + 1) * perUnit), short),
    ),
    output: Array.from(weights.subarray(outputAt), short),
  };
}

function scaleOf(examples: readonly Example[], size: number): { mean: number[]; deviation: number[] } {
  const places = Array.from({ length: size }, (_, place) => place);
  const mean = places.map(
    (place) => examples.reduce((sum, { features }) => sum + (features[place] ?? 0), 0) / examples.length,
  );
  const deviation = places.map((place) => {
    const squares = examples.reduce(
      (sum, { features }) => sum + ((features[place] ?? 0) - (mean[place] ?? 0)) ** 2,
      0,
    );
    return Math.max(0.05, Math.sqrt(squares / examples.length));
  });
  return { mean, deviation };
}

/** Every pair of a person and a label has the same weight, 1 in all. */
function weightsOf(examples: readonly Example[]): number[] {
  const key = ({ person, label }: Example) => `${person}/${label}`;
  const counts = new Map<string, number>();
  for (const example of examples) counts.set(key(example), (counts.get(key(example)) ?? 0) + 1);
  return examples.map((example) => 1 / ((counts.get(key(example)) ?? 1) * counts.size));
}
