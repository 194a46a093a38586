import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PART_SCENES, PROPERTY_SCENES, SLOT_SCENES } from '../helpers/theming-scenes.ts';
import { elementOf, type Named } from './built-manifest.ts';
import { inPackage } from './package-files.ts';

const page = readFileSync(inPackage('docs/theming.md'), 'utf8');
const element = elementOf('okay-live-capture');
/** Parts inside of the part `hint`. */
const INNER = ['line', 'sentence'];

interface Table {
  readonly title: string;
  readonly told: readonly Named[] | undefined;
  readonly pictured: Readonly<Record<string, unknown>>;
  readonly inner: readonly string[];
}

/** The rows of one table of the page: the name, and the address of its picture. */
function rows(title: string): { name: string; picture: string }[] {
  const [, section = ''] = page.split(`\n## ${title}\n`);
  const [table = ''] = section.split('\n## ');
  const cells = [...table.matchAll(/^\| `([\w-]+)`.*\((theming\/[\w-]+\.webp)\) +\|$/gm)];
  return cells.map(([, name = '', picture = '']) => ({ name, picture }));
}

const TABLES: readonly Table[] = [
  { title: 'Parts', told: element.cssParts, pictured: PART_SCENES, inner: INNER },
  { title: 'Slots', told: element.slots, pictured: SLOT_SCENES, inner: [] },
  { title: 'Custom properties', told: element.cssProperties, pictured: PROPERTY_SCENES, inner: [] },
];

describe('docs/theming.md', () => {
  for (const { title, told = [], pictured, inner } of TABLES) {
    const names = told.map(({ name }) => name).sort();

    it(`has a row and a picture for every name under ${title}, and for no other`, () => {
      assert.ok(names.length > 0);
      const listed = rows(title);
      assert.deepEqual(listed.map(({ name }) => name).sort(), names);
      for (const { picture } of listed) assert.ok(existsSync(inPackage(`docs/${picture}`)), picture);
    });

    it(`names a state that shows each of ${title}`, () => {
      const shown = Object.keys(pictured).filter((name) => !inner.includes(name));
      assert.deepEqual(shown.sort(), names);
    });
  }

  it('gives the defaults that the element has', () => {
    for (const { name, default: value } of element.cssProperties ?? []) {
      assert.ok(value, name);
      assert.match(page, new RegExp(`\`${name}\` +\\| \`${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\``));
    }
  });
});
