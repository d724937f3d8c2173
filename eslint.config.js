import signals from '@preact/eslint-plugin-signals';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Who may import whom; tests/architecture holds the same rules against re-exports and aliases. */
const forbid = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const outside = (what, message) => ({ group: what, message });

export default tseslint.config(
  { ignores: ['dist', 'reports', '.astro', '.cache', 'node_modules'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'off',
    },
  },
  {
    // The built scripts are checked for all of them; here those that are written without a thought.
    files: ['src/{calculators,components}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced'].map((property) => ({
          property,
          message: 'Browsers of 2021 do not have it.',
        })),
      ],
    },
  },
  {
    files: ['src/components/**/*.{ts,tsx}'],
    plugins: { signals },
    // Its two other rules take a reading in a handler, or one behind a setting that never changes, for a fault.
    rules: {
      'signals/no-signal-in-component-body': 'error',
      'signals/no-signal-truthiness': 'error',
      'signals/no-signal-write-in-computed': 'error',
    },
  },
  forbid(
    ['src/calculators/**/*.ts'],
    [
      outside(
        ['preact', 'preact/*', '@preact/*', 'astro', 'astro:*'],
        'Calculators know no framework.',
      ),
      outside(
        ['**/components/**', '@/components/*', '**/pages/**'],
        'Calculators know no component.',
      ),
    ],
  ),
  forbid(
    ['src/components/ui/**'],
    [
      outside(
        ['**/calculators/**', '@/calculators/*', '**/tools/**', 'astro:*'],
        'ui components know no tool and no rule.',
      ),
    ],
  ),
  forbid(
    ['src/components/platform/**'],
    [
      outside(
        ['**/calculators/**', '@/calculators/*', '**/tools/**', '**/ui/**', 'preact*', 'astro:*'],
        'platform knows no tool.',
      ),
    ],
  ),
  {
    files: ['tools', 'workshops', 'ui'].map((folder) => `src/components/${folder}/**/*.{ts,tsx}`),
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'localStorage',
          'sessionStorage',
          'navigator',
          'history',
          'location',
          'fetch',
          'indexedDB',
        ].map((name) => ({ name, message: 'Only src/components/platform touches the browser.' })),
      ],
    },
  },
);
