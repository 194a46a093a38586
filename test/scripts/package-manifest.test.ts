import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { builtDeclarations, type Named } from './built-manifest.ts';
import { inPackage } from './package-files.ts';

const read = (path: string) => readFileSync(inPackage(path), 'utf8');
const declarations = builtDeclarations();
const templateTypes = read('src/frameworks/props.ts');
const names = (list: readonly Named[] = []) => list.map(({ name }) => name).sort();
const all = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();

const sourcesIn = (folder: string) =>
  readdirSync(inPackage(folder))
    .filter((name) => name.endsWith('.ts') && name !== 'theme.ts')
    .map((name) => `${folder}/${name}`);

/** Where an element declares, renders and styles. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'okay-live-capture': sourcesIn('src/element'),
  'okay-id-card': sourcesIn('src/id-card'),
};
/** The private property behind each public one, with its default. */
const THEME = new Map(
  [...read('src/id-card/theme.ts').matchAll(/(--_[\w-]+): var\((--okay-[\w-]+), (.+)\);/g)]
    // What follows in `@supports` is for one colour scheme.
    .filter(([, , , value = '']) => !value.startsWith('light-dark'))
    .map(([, own = '', name = '', value = '']) => [own, { name, value }]),
);

describe('custom-elements.json', () => {
  it('knows both elements and the classes of their events, and nothing of the inner parts', () => {
    const elements = declarations.flatMap(({ tagName }) => (tagName === undefined ? [] : [tagName]));
    assert.deepEqual(elements.sort(), Object.keys(SOURCES).sort());
    for (const { name } of declarations) assert.match(name, /^Okay(LiveCapture|IdCard|\w+Event)$/);
    const members = declarations.flatMap(({ members }) => names(members));
    for (const hidden of ['services', 'texts', 'pace', 'resolvedLimits', 'hasFrameListeners']) {
      assert.ok(!members.includes(hidden), hidden);
    }
  });

  for (const [tag, files] of Object.entries(SOURCES)) {
    const text = files.map(read).join('\n');
    const element = declarations.find(({ tagName }) => tagName === tag);
    assert.ok(element, tag);

    it(`${tag}: has every attribute of the decorators, described and typed`, () => {
      const decorated = [...text.matchAll(/@property\(([^)]*)\)\s*(?:get )?(\w+)/g)]
        .filter(([, options = '']) => !options.includes('attribute: false'))
        .map(([, options = '', field = '']) => /attribute: '([^']+)'/.exec(options)?.[1] ?? field);
      assert.deepEqual(names(element.attributes), decorated.sort());
      for (const { name, description, type } of element.attributes ?? []) {
        assert.ok(description && type?.text, name);
      }
    });

    it(`${tag}: gives templates of frameworks the types of every property and attribute`, () => {
      const kind = tag === 'okay-id-card' ? 'OkayIdCard' : 'OkayLiveCapture';
      const [, typed = ''] =
        new RegExp(`type ${kind}Properties =([\\s\\S]*?)>;\\n`).exec(templateTypes) ?? [];
      const properties = [...text.matchAll(/(\*\/\s*)@property\([^)]*\)\s*(?:get )?(\w+)/g)].map(
        ([, , name = '']) => name,
      );
      const described = names(element.members);
      const missing = properties
        .filter((name) => described.includes(name))
        .filter((name) => !new RegExp(`'${name}'|\\b${name}: `).test(typed));
      assert.deepEqual(missing, []);
      const attributes = names(element.attributes).filter(
        (name) => name.includes('-') && !templateTypes.includes(`'${name}': `),
      );
      assert.deepEqual(attributes, []);
    });

    it(`${tag}: gives every event the class that its map has`, () => {
      const map = read('src/element/events.ts') + read('src/id-card/card-event.ts');
      for (const { name, type } of element.events ?? []) {
        assert.ok(map.includes(`'${name}': ${type?.text};`), name);
      }
      const declared = all(map, /'(okay-[\w-]+)': Okay/g).filter(
        (name) => (name === 'okay-card') === (tag === 'okay-id-card'),
      );
      assert.deepEqual(names(element.events), declared);
    });

    it(`${tag}: documents each part and slot of its templates`, () => {
      const parts = all(text, /\spart="([\w -]+)"/g).flatMap((list) => list.split(' '));
      const told = JSON.stringify(element.cssParts);
      const missing = parts.filter((part) => !told.includes(`"${part}"`) && !told.includes(`\`${part}\``));
      assert.deepEqual(missing, []);
      const slots = all(text, /<slot name="([\w-]+)"/g);
      // The screens' slots are called like the phases, see `screen` in view-screens.ts.
      const screens = all(text, /screen\('([\w-]+)'/g);
      const errors = text.includes('screen(now.state.phase') ? ['blocked', 'failed'] : [];
      assert.deepEqual(names(element.slots), [...slots, ...screens, ...errors].sort());
    });

    it(`${tag}: documents each custom property that its styles use, with its default`, () => {
      assert.doesNotMatch(text, /var\(--okay-/, 'a custom property is read outside of theme.ts');
      const used = [...THEME].filter(([own]) => text.includes(`var(${own})`)).map(([, { name }]) => name);
      assert.deepEqual(names(element.cssProperties), [...new Set(used)].sort());
      for (const { name, default: told } of element.cssProperties ?? []) {
        const values = [...THEME.values()].filter((one) => one.name === name).map(({ value }) => value);
        assert.ok(told !== undefined && values.includes(told), `${name}: ${told}`);
      }
    });
  }
});
