import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Layers from the bottom up; each may import from itself and from those its row names. */
const LAYERS = {
  types: [],
  core: ['types'],
  okayface: ['types', 'core'],
  adapters: ['types', 'core'],
  locales: ['types', 'core', 'adapters'],
  'id-card': ['types', 'core', 'adapters', 'locales'],
  element: ['types', 'core', 'okayface', 'adapters', 'locales', 'id-card'],
  relay: ['types', 'core', 'okayface'],
};

const layerRules = Object.entries(LAYERS).map(([layer, below]) => {
  const forbidden = Object.keys(LAYERS).filter((other) => other !== layer && !below.includes(other));
  return {
    files: [`src/${layer}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${forbidden.join('|')}|index|define)(/|\\.)`,
              message: `Layers import downwards only: ${layer} may import ${below.join(', ') || 'nothing'}.`,
            },
            ...(layer === 'types' ? [{ regex: '^\\.\\./', message: 'types imports nothing.' }] : []),
            ...(layer === 'core' || layer === 'okayface'
              ? [{ regex: '^[^.]', message: `${layer} depends on no package.` }]
              : []),
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  // Examples in TypeScript are checked by their own tools, with what they install.
  {
    ignores: ['dist/', 'dist-demo/', 'node_modules/', 'public/', 'coverage/', 'screens/', 'examples/**/*.ts'],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  wc['flat/best-practice'],
  lit['flat/recommended'],
  litA11y.configs['flat/recommended'] ?? litA11y.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'off',
      'no-undef': 'off',
    },
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './tsconfig.worker.json',
          './tsconfig.node.json',
          './tsconfig.test.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'performance',
        'setTimeout',
        'fetch',
        'document',
        'window',
        'navigator',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // Typed as a promise by @open-wc/semantic-dom-diff, and one only where DOM is compared.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test'] },
          ],
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { URL: 'readonly', process: 'readonly' } } },
  {
    files: ['examples/**/*.js'],
    languageOptions: {
      globals: { document: 'readonly', location: 'readonly', URLSearchParams: 'readonly' },
    },
  },
  ...layerRules,
);
