/** How a network that had not seen a person did on the scenes of that person. */
export interface LeftOutTally {
  readonly part: string;
  readonly person: string;
  readonly covered: number;
  readonly found: number;
  readonly bare: number;
  readonly falseAlarms: number;
}

/** One row for each network: everybody together, and who fares worst. */
export function leftOutTable(tallies: readonly LeftOutTally[]): string {
  const rows = [...new Set(tallies.map(({ part }) => part))].map((part) => {
    const mine = tallies.filter((tally) => tally.part === part);
    const found = { of: sum(mine, 'covered'), are: sum(mine, 'found') };
    const alarms = { of: sum(mine, 'bare'), are: sum(mine, 'falseAlarms') };
    const least = Math.min(...mine.map((tally) => tally.found / tally.covered));
    const most = Math.max(...mine.map((tally) => tally.falseAlarms / tally.bare));
    return [part, String(mine.length), share(found), percent(least), share(alarms), percent(most)];
  });
  const head = [
    'network',
    'people',
    'covered or closed: told',
    'least of one person',
    'bare or open: false alarms',
    'most of one person',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

type Count = Exclude<keyof LeftOutTally, 'part' | 'person'>;

function sum(tallies: readonly LeftOutTally[], count: Count): number {
  return tallies.reduce((all, tally) => all + tally[count], 0);
}

function share({ of, are }: { readonly of: number; readonly are: number }): string {
  return `${are} of ${of} (${percent(are / of)})`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`;
}
