import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

const DENIED_NAMES = [
  ...['world', 'World', 'worlds', 'place', 'Place', 'places', 'told', 'said', 'heard', 'unheard', 'fate'],
  ...['makings', 'mend', 'mended', 'anew', 'landed', 'hushed', 'spared', 'asides', 'likeness', 'aftermath'],
  ...['wordsOf', 'birthOf', 'besides', 'greet', 'halfway', 'kept', 'isRest', 'house', 'door', 'isKin'],
]

export default tseslint.config(
  // The example in TypeScript has packages of its own, without which its types are not known; its test checks them.
  {
    ignores: [
      'dist/',
      'node_modules/',
      'coverage/',
      '.cache/',
      'test/fixtures/',
      'examples/tracing/typescript/',
      // CloudFront calls its function by name.
      'terraform/modules/langfuse/cloudfront/',
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'scripts/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // Sanitizers of text from outside match control characters.
      'no-control-regex': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Words with a plain equivalent in the field; docs/development/glossary.md has the terms.
      'id-denylist': ['error', ...DENIED_NAMES],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Identifier[name=/^(MOST|LONGEST|DEEPEST|WIDEST|SHORTEST|LARGEST|EARLIEST)(_|$)/]',
          message: 'Name limits MAX_… or MIN_…, with the unit.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      // Data from a network, a file or the environment is narrowed by a guard, never asserted.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
)
