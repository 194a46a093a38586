import { ZERO, type CoverNet } from '../../src/core/cover-net.ts';
import { randomOf, type Random } from './random.ts';

/** What a network must answer to some inputs. */
export interface Example {
  readonly inputs: Float32Array;
  readonly label: 0 | 1;
  readonly person: string;
  /** Whether no other part of the face is covered by half. */
  readonly isAlone: boolean;
  /** Other people whose features are seen in it. */
  readonly donors: readonly string[];
}

/** How weights are held back: few people are known, and no weight must tell who they are. */
export interface FitOptions {
  /** How many networks are fitted, to answer together. */
  readonly nets: number;
  /** Of the hidden layer of each. */
  readonly units: number;
  readonly epochs: number;
  /** Penalty on the square of the weights. */
  readonly decay: number;
  /** Deviation of the noise that is added to every input. */
  readonly noise: number;
  /** Share of the inputs that are left out of every step. */
  readonly dropped: number;
}

/** Weights before they are rounded; those of the hidden layer unit by unit. */
export interface FittedNet {
  readonly size: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
  /** Of the answer, one for each unit and the bias. */
  readonly answer: Float64Array;
}

const BATCH = 64;
const RATE = 0.006;

/**
 * Several networks fitted from other beginnings, as one that answers with their mean: few examples leave much to where a fit
 * begins.
 */
export function fitNets(examples: readonly Example[], options: FitOptions): FittedNet {
  const nets = Array.from({ length: options.nets }, (_, number) => fitNet(examples, options, number));
  const answers = nets.map(({ answer }) => answer.map((weight) => weight / nets.length));
  return {
    size: nets[0]?.size ?? 0,
    weights: Float64Array.from(nets.flatMap(({ weights }) => [...weights])),
    biases: Float64Array.from(nets.flatMap(({ biases }) => [...biases])),
    answer: Float64Array.from([
      ...answers.flatMap((weights) => [...weights.subarray(0, -1)]),
      answers.reduce((sum, weights) => sum + (weights.at(-1) ?? 0), 0),
    ]),
  };
}

/** Fits by Adam. The same examples and options give the same network. Both labels weigh alike, and so do all people. */
function fitNet(examples: readonly Example[], options: FitOptions, number: number): FittedNet {
  const random = randomOf(`fit ${examples.length} ${number}`);
  const size = examples[0]?.inputs.length ?? 0;
  const { units, epochs, decay, noise, dropped } = options;
  const shares = sharesOf(examples);
  const weights = new Trained(units * size, () => normal(random) / Math.sqrt(size));
  const biases = new Trained(units, () => 0);
  const answer = new Trained(units + 1, (place) => (place === units ? 0 : normal(random) / Math.sqrt(units)));
  const noises = Float64Array.from({ length: 8192 }, () => noise * normal(random));
  const [inputs, hidden, back] = [new Float64Array(size), new Float64Array(units), new Float64Array(units)];
  const order = Uint32Array.from(examples.keys());
  const steps = Math.ceil(examples.length / BATCH);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    const rate = RATE * (0.5 * (1 + Math.cos((Math.PI * epoch) / epochs)) + 0.02);
    for (let step = 0; step < steps; step += 1) {
      const batch = order.subarray(step * BATCH, (step + 1) * BATCH);
      for (const number of batch) {
        const example = examples[number];
        if (!example) continue;
        const start = Math.floor(random() * noises.length);
        for (let place = 0; place < size; place += 1) {
          const isDropped = dropped > 0 && random() < dropped;
          inputs[place] = isDropped
            ? 0
            : (example.inputs[place] ?? 0) + (noises[(start + place) % noises.length] ?? 0);
        }
        for (let unit = 0; unit < units; unit += 1) {
          let sum = biases.values[unit] ?? 0;
          const from = unit * size;
          for (let place = 0; place < size; place += 1) {
            sum += (weights.values[from + place] ?? 0) * (inputs[place] ?? 0);
          }
          hidden[unit] = Math.max(0, sum);
        }
        let height = answer.values[units] ?? 0;
        for (let unit = 0; unit < units; unit += 1) {
          height += (answer.values[unit] ?? 0) * (hidden[unit] ?? 0);
        }
        const error = ((1 / (1 + Math.exp(-height)) - example.label) * (shares[number] ?? 0)) / batch.length;
        for (let unit = 0; unit < units; unit += 1) {
          answer.add(unit, error * (hidden[unit] ?? 0));
          back[unit] = error * (answer.values[unit] ?? 0);
        }
        answer.add(units, error);
        for (let unit = 0; unit < units; unit += 1) {
          const slope = back[unit] ?? 0;
          if (slope === 0 || (hidden[unit] ?? 0) === 0) continue;
          const from = unit * size;
          for (let place = 0; place < size; place += 1) {
            weights.add(from + place, slope * (inputs[place] ?? 0));
          }
          biases.add(unit, slope);
        }
      }
      weights.step(rate, decay);
      biases.step(rate, 0);
      answer.step(rate, decay);
    }
  }
  return {
    size,
    weights: weights.values,
    biases: biases.values,
    answer: answer.values,
  };
}

/** Most steps that a weight has to one side: few, so that they pack well. */
const MOST_STEPS = 5;

/**
 * The network as it is shipped, in whole steps.
 *
 * @param line Height from which on the answer is yes.
 */
export function shipped({ size, weights, biases, answer }: FittedNet, line: number): CoverNet {
  const units = biases.length;
  const steps = Array.from({ length: units }, (_, unit) => {
    const own = weights.subarray(unit * size, (unit + 1) * size);
    return own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6) / MOST_STEPS;
  });
  return {
    weights: String.fromCharCode(
      ...Array.from(
        weights,
        (weight, place) => ZERO.charCodeAt(0) + Math.round(weight / (steps[Math.floor(place / size)] ?? 1)),
      ),
    ),
    steps: steps.map(short),
    biases: Array.from(biases, short),
    answer: {
      weights: Array.from(answer.subarray(0, units), short),
      bias: short((answer[units] ?? 0) - line),
    },
  };
}

/** Values with their slopes and what Adam remembers of those. */
class Trained {
  readonly values: Float64Array;
  readonly #slopes: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  #steps = 0;

  constructor(length: number, begin: (place: number) => number) {
    this.values = Float64Array.from({ length }, (_, place) => begin(place));
    this.#slopes = new Float64Array(length);
    this.#first = new Float64Array(length);
    this.#second = new Float64Array(length);
  }

  add(place: number, slope: number): void {
    this.#slopes[place] = (this.#slopes[place] ?? 0) + slope;
  }

  step(rate: number, decay: number): void {
    this.#steps += 1;
    const [correction1, correction2] = [1 - 0.9 ** this.#steps, 1 - 0.999 ** this.#steps];
    for (let place = 0; place < this.values.length; place += 1) {
      const value = this.values[place] ?? 0;
      const slope = (this.#slopes[place] ?? 0) + decay * value;
      const first = 0.9 * (this.#first[place] ?? 0) + 0.1 * slope;
      const second = 0.999 * (this.#second[place] ?? 0) + 0.001 * slope * slope;
      this.#first[place] = first;
      this.#second[place] = second;
      const change = (rate * (first / correction1)) / (Math.sqrt(second / correction2) + 1e-8);
      this.values[place] = value - change;
    }
    this.#slopes.fill(0);
  }
}

/** However rare a label is with a person, none of its examples counts for more than so many others. */
const MOST_SHARE = 6;

/** How much each example counts. */
function sharesOf(examples: readonly Example[]): Float64Array {
  const keyOf = ({ person, label }: Example) => `${person} ${label}`;
  const counts = new Map<string, number>();
  for (const example of examples) counts.set(keyOf(example), (counts.get(keyOf(example)) ?? 0) + 1);
  return Float64Array.from(examples, (example) =>
    Math.min(MOST_SHARE, examples.length / (counts.size * (counts.get(keyOf(example)) ?? 1))),
  );
}

function shuffle(order: Uint32Array, random: Random): void {
  for (let place = order.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
}

/** Of deviation 1, by Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function short(value: number): number {
  return Number(value.toPrecision(4));
}
