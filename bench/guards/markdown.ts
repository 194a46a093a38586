import { LIMIT_SPECS, type LimitName } from '../../src/core/limits.ts';
import { MEASUREMENTS } from '../../src/core/measurements.ts';
import { GUARD_IDS } from '../../src/types/capture.ts';
import type { HistoryTally } from './history.ts';
import type { BiasTally, Tally } from './tally.ts';

export interface Groups {
  readonly fitting: Tally;
  readonly heldOut: Tally;
}

export interface HistoryGroups {
  readonly fitting: HistoryTally;
  readonly heldOut: HistoryTally;
}

export interface ToneTally {
  readonly tone: string;
  readonly tally: Tally;
}

/** What the benchmark prints, and what `docs/guards.md` holds. */
export function resultTables(
  { fitting, heldOut }: Groups,
  tones: readonly ToneTally[],
  history: HistoryGroups,
): string {
  return [
    `Clean scenes captured: ${share(fitting.captured, fitting.clean)} of people fitted on, **${share(heldOut.captured, heldOut.clean)} of held-out people**.`,
    '### Guards\n',
    'Recall is counted where the guard is the hint that the person sees; in brackets, where it failed at all. False alarms are clean scenes on which it failed.\n',
    guardTable({ fitting, heldOut }),
    '### A face compared with how it was\n',
    'In a benchmark of single pictures nobody has a history. Here each is compared with the same person’s plain scene, as if a cover had come while the camera watched.\n',
    table(
      [
        'people',
        'covers found by the picture',
        'by it or by the fall of the presence score',
        'clean scenes with such a fall',
      ],
      (
        [
          ['held-out', history.heldOut],
          ['fitted on', history.fitting],
        ] as const
      ).map(([group, { covers, found, foundOrFell, clean, cleanFell }]) => [
        group,
        share(found, covers),
        share(foundOrFell, covers),
        share(cleanFell, clean),
      ]),
    ),
    '### Measurements\n',
    'Medians over the scenes of held-out people.\n',
    measureTable(heldOut),
    '### Angles\n',
    table(
      ['axis', 'scenes up to 30°', 'mean error, held-out', 'mean error, fitted on'],
      heldOut.angles.map(({ axis, scenes, meanErrorDeg }, row) => [
        axis,
        String(scenes),
        `${meanErrorDeg.toFixed(1)}°`,
        `${(fitting.angles[row]?.meanErrorDeg ?? NaN).toFixed(1)}°`,
      ]),
    ),
    '### Bias of the angles\n',
    'The canonical head, against which angles are told, drawn with the skin of each person at exactly known angles: what is read of it, mean and range.\n',
    biasTable({ fitting, heldOut }),
    'And how the photographs themselves are read, whose people were asked for no angle.\n',
    portraitTable({ fitting, heldOut }),
    '### Tones of skin\n',
    toneTable(tones),
    '### Reported only\n',
    'Scenes of which nothing is asked, held-out people.\n',
    table(
      ['scene', 'scenes', 'hints'],
      heldOut.reported.map(({ kind, scenes, hints }) => [
        kind,
        String(scenes),
        Object.entries(hints)
          .map(([hint, count]) => `${hint === 'photo' ? 'a photo' : `\`${hint}\``} ${count}`)
          .join(', '),
      ]),
    ),
    '### Kinds of scenes\n',
    'Right answers on people fitted on and on held-out people.\n',
    kindTable({ fitting, heldOut }),
  ].join('\n\n');
}

function toneTable(tones: readonly ToneTally[]): string {
  const rows = tones.map(({ tone, tally: { people, clean, captured, guards } }) => ({
    tone,
    people: people.length,
    captured: captured / clean,
    hinted:
      guards.reduce((sum, { hinted }) => sum + hinted, 0) /
      guards.reduce((sum, { scenes }) => sum + scenes, 0),
  }));
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const spread = (values: readonly number[]) =>
    `${(100 * (Math.max(...values) - Math.min(...values))).toFixed(1)} points`;
  return table(
    ['skin in the photograph', 'people', 'false alarms on clean scenes', 'faults hinted rightly'],
    [
      ...rows.map(({ tone, people, captured, hinted }) => [
        tone,
        String(people),
        percent(1 - captured),
        percent(hinted),
      ]),
      ['spread', '', spread(rows.map(({ captured }) => captured)), spread(rows.map(({ hinted }) => hinted))],
    ],
  );
}

function biasTable({ fitting, heldOut }: Groups): string {
  const read = (bias: BiasTally | undefined) =>
    bias && bias.scenes > 0
      ? `${degrees(bias.meanDeg)} (${degrees(bias.leastDeg)} to ${degrees(bias.mostDeg)})`
      : '–';
  return table(
    ['axis', 'drawn', 'read, held-out', 'read, fitted on'],
    heldOut.bias.map((held, row) => [held.axis, `${held.drawnDeg}°`, read(held), read(fitting.bias[row])]),
  );
}

function portraitTable({ fitting, heldOut }: Groups): string {
  const rows = (
    [
      ['held-out', heldOut],
      ['fitted on', fitting],
    ] as const
  ).flatMap(([group, { portraits }]) => {
    const mean = portraits.reduce((sum, { pose }) => sum + pose.pitchDeg, 0) / Math.max(1, portraits.length);
    return [
      ...portraits.map(({ file, pose }) => [
        file,
        group,
        degrees(pose.pitchDeg),
        degrees(pose.yawDeg),
        degrees(pose.rollDeg),
      ]),
      ['mean', group, degrees(mean), '', ''],
    ];
  });
  return table(['photograph', 'group', 'pitch', 'yaw', 'roll'], rows);
}

function degrees(value: number): string {
  return `${value.toFixed(1)}°`;
}

function guardTable({ fitting, heldOut }: Groups): string {
  return table(
    ['guard', 'scenes', 'recall, held-out', 'recall, fitted on', 'false alarms, held-out', 'fitted on'],
    GUARD_IDS.map((guard, row) => {
      const [held, fitted] = [heldOut.guards[row], fitting.guards[row]];
      if (!held || !fitted) throw new Error(`No tally of ${guard}.`);
      return [
        `\`${guard}\``,
        String(held.scenes + fitted.scenes),
        held.scenes ? `${share(held.hinted, held.scenes)} (${share(held.fired, held.scenes)})` : '–',
        fitted.scenes
          ? `${share(fitted.hinted, fitted.scenes)} (${share(fitted.fired, fitted.scenes)})`
          : '–',
        share(held.falseAlarms, held.clean),
        share(fitted.falseAlarms, fitted.clean),
      ];
    }),
  );
}

function measureTable(tally: Tally): string {
  return table(
    ['measurement', 'fails', 'median when clean', 'median in its scenes'],
    tally.measures.map(({ measure, medianClean, medianFaulty }) => [
      `\`${measure}\``,
      limitText(measure),
      number(medianClean),
      number(medianFaulty),
    ]),
  );
}

function limitText(key: string): string {
  const guard = GUARD_IDS.find((id) => key.startsWith(`${id}/`));
  const measurement = guard && MEASUREMENTS[guard].find(({ measure }) => key === `${guard}/${measure}`);
  if (!measurement) return '';
  const limit =
    typeof measurement.limit === 'string' ? LIMIT_SPECS[measurement.limit as LimitName] : measurement.limit;
  return `${limit.fails === 'above' ? '>' : '<'} ${limit.enter}`;
}

function kindTable({ fitting, heldOut }: Groups): string {
  const keys = new Map<string, string>();
  for (const { kind, expect } of [...heldOut.kinds, ...fitting.kinds]) keys.set(`${kind}\n${expect}`, expect);
  const found = (tally: Tally, key: string) =>
    tally.kinds.find(({ kind, expect }) => `${kind}\n${expect}` === key) ?? { right: 0, scenes: 0 };
  return table(
    ['scene', 'must give', 'held-out', 'fitted on'],
    [...keys].map(([key, expect]) => {
      const [held, fitted] = [found(heldOut, key), found(fitting, key)];
      return [
        key.split('\n')[0] ?? '',
        expect === 'captured' ? 'a photo' : `\`${expect}\``,
        `${held.right} of ${held.scenes}`,
        `${fitted.right} of ${fitted.scenes}`,
      ];
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function number(value: number | null): string {
  if (value === null) return '–';
  return Math.abs(value) >= 20 ? value.toFixed(0) : value.toFixed(2);
}
