/** Sources of what a host may use; all others in the same folders are inner parts. */
const PUBLIC = [
  'src/element/okay-live-capture.ts',
  'src/element/events.ts',
  'src/id-card/okay-id-card.ts',
  'src/id-card/card-event.ts',
];

/** The manifest of the package as it is published: one module with the classes, and one that registers the tags. */
export default {
  globs: ['src/element/*.ts', 'src/id-card/*.ts'],
  litelement: true,
  outdir: 'dist',
  plugins: [
    {
      name: 'okay-internal-members',
      analyzePhase({ ts, node, moduleDoc }) {
        if (!ts.isClassDeclaration(node) || !node.name) return;
        const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name.text);
        const internal = node.members.filter(isInternal(ts)).map(({ name }) => name?.getText());
        if (declaration?.members) {
          declaration.members = declaration.members.filter(({ name }) => !internal.includes(name));
        }
      },
    },
    {
      name: 'okay-published-modules',
      packageLinkPhase({ customElementsManifest }) {
        const declarations = customElementsManifest.modules
          .filter(({ path }) => PUBLIC.includes(path))
          .flatMap((module) => module.declarations.map(published));
        customElementsManifest.modules = [
          {
            kind: 'javascript-module',
            path: 'dist/index.js',
            declarations,
            exports: declarations.map(({ name }) => ({
              kind: 'js',
              name,
              declaration: { name, module: 'dist/index.js' },
            })),
          },
          {
            kind: 'javascript-module',
            path: 'dist/define.js',
            declarations: [],
            exports: declarations
              .filter(({ tagName }) => tagName)
              .map(({ name, tagName }) => ({
                kind: 'custom-element-definition',
                name: tagName,
                declaration: { name, module: 'dist/index.js' },
              })),
          },
        ];
      },
    },
  ],
};

const isInternal = (ts) => (member) =>
  ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal');

function published(declaration) {
  const { members = [], attributes, events, ...rest } = declaration;
  const superclass = declaration.customElement ? { name: 'LitElement', package: 'lit' } : { name: 'Event' };
  return {
    ...rest,
    superclass,
    members: members.filter(isPublic).map(withoutOrigin),
    ...(attributes ? { attributes: attributes.map(withoutOrigin) } : {}),
    // The analyser also takes the argument of an event's class for the name of an event.
    ...(events ? { events: events.filter(({ name }) => name?.startsWith('okay-')) } : {}),
  };
}

function isPublic({ name, privacy }) {
  return !name.startsWith('#') && (privacy === undefined || privacy === 'public');
}

/** What is inherited comes from classes that are no part of the package. */
function withoutOrigin(member) {
  const copy = { ...member };
  delete copy.inheritedFrom;
  return copy;
}
