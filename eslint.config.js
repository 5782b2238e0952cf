import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import skipFormatting from 'eslint-config-prettier/flat'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'

/** One folder's forbidden imports. A later entry replaces the rule, so a sub-folder repeats its parent's list. */
const layer = (folder, ...forbidden) => ({
  files: [`src/${folder}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...forbidden.map((name) => ({
            regex: `(^|/)${name}(/|$)`,
            message: `src/${folder} must not import ${name}.`,
          })),
          {
            regex: '^(\\.{1,2}|@)/(?!.*\\.(ts|vue|css|json)$)',
            message: 'Write the file extension.',
          },
        ],
      },
    ],
  },
})

const node = ['process', 'Buffer', 'require', '__dirname']
const browser = ['window', 'document', 'localStorage', 'location', 'navigator']
const tooNew = ['structuredClone', 'WeakRef', 'FinalizationRegistry']
const globals = (files, names) => ({
  files: [files],
  rules: { 'no-restricted-globals': ['error', ...names] },
})

const notInChromium78 = 'Chromium 78, the oldest browser that a TV brings along, does not have it.'
const methodsTooNew =
  'at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|randomUUID|groupBy|replaceChildren|allSettled|any'

export default defineConfigWithVueTs(
  { ignores: ['dist', 'coverage'] },
  vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  skipFormatting,
  {
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'vue/define-props-destructuring': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/no-undef-components': ['error', { ignorePatterns: ['^Router'] }],
      'vue/no-unused-refs': 'error',
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['src/{app,pbx,domain,contract}/**', 'src/emulator/webphone/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `CallExpression[callee.property.name=/^(${methodsTooNew})$/]`,
          message: notInChromium78,
        },
        {
          selector: 'MemberExpression[object.name="Object"][property.name="hasOwn"]',
          message: notInChromium78,
        },
        {
          selector: 'NewExpression[callee.name=/^(WeakRef|AggregateError)$/]',
          message: notInChromium78,
        },
      ],
    },
  },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['src/app/log.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'no-console': 'off',
    },
    extends: [vueTsConfigs.disableTypeChecked],
  },
  globals('src/{app,pbx}/**', [...node, ...tooNew]),
  globals('src/{server,emulator}/**', browser),
  globals('src/emulator/webphone/**', [...node, ...tooNew]),
  globals('src/{domain,contract}/**', [...node, ...browser, ...tooNew]),
  layer('domain', 'vue', 'pinia', 'app', 'pbx', 'contract', 'server', 'emulator', 'node:.*'),
  layer('contract', 'vue', 'app', 'pbx', 'server', 'emulator', 'node:.*'),
  layer('pbx', 'vue', 'app', 'server', 'emulator'),
  layer('app', 'server', 'emulator', 'node:.*', 'pbx/ozeki/http'),
  layer('app/components', 'stores', 'pages', 'pbx', 'server', 'emulator', 'node:.*'),
  layer('app/composables', 'stores', 'pages', 'components', 'server', 'emulator', 'node:.*'),
  layer('server', 'app', 'emulator', 'vue'),
  layer('emulator', 'app', 'pbx', 'server', 'vue'),
)
