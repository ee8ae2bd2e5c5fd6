import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// A constructor that only declares its fields (`constructor(readonly id: string, …)`) may declare more than three.
const fewParameters = {
  selector: ':function[params.length>3]:not([params.0.type="TSParameterProperty"])',
  message: 'At most three parameters, then a named object.',
};
const noBarrels = [
  { selector: 'ExportAllDeclaration', message: 'Import from the file that defines it.' },
  { selector: 'ExportNamedDeclaration[source]', message: 'Import from the file that defines it.' },
];
const honestTypes = {
  selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
  message: 'Casts belong in codecs: narrow the type instead.',
};
const noClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain has no clock.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The domain has no clock.' },
];
// Engines may round these differently, and then two nodes would disagree; + - * / and Math.sqrt are exact everywhere.
const noInexactPower = [
  { selector: 'BinaryExpression[operator="**"]', message: 'Multiply instead: powers round differently per engine.' },
  { selector: 'AssignmentExpression[operator="**="]', message: 'Multiply instead.' },
];
const inexact = [
  ...['pow', 'exp', 'expm1', 'log', 'log10', 'log1p', 'log2', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
];
const perLocale = ['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase', 'toLocaleDateString'];
const platform = [
  ...['process', 'console', 'crypto', 'performance', 'Buffer', 'fetch', 'globalThis', 'global', 'Intl'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
];

const everyCase = { allowDefaultCaseForExhaustiveSwitch: false, requireDefaultForNonUnion: true };

const sizes = {
  'max-lines': ['error', 200],
  'max-lines-per-function': ['error', 40],
  complexity: ['error', { max: 8, variant: 'modified' }], // a switch counts once, however many cases it has
  'max-depth': ['error', 2],
};

export default defineConfig(
  globalIgnores(['dist/', 'dist-bench/', 'dist-soak/', 'data/', 'coverage/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(['process', 'console', 'setTimeout', 'module'].map((name) => [name, false])),
    },
    rules: sizes,
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sizes,
      'no-restricted-syntax': ['error', fewParameters, ...noBarrels],
      eqeqeq: 'error',
      'no-misleading-character-class': ['error', { allowEscape: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // Outside the domain a default may pass over the events that a reader has no use for.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { ...everyCase, considerDefaultExhaustiveForUnions: true },
      ],
      // Nest's modules and commands are classes that only carry a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // spread for its code points
      // Rows and answers get their type where they are read.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Nest declares its options as classes and means plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A synchronous adapter keeps an asynchronous promise, and its exceptions must become rejections.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', everyCase],
      'no-restricted-syntax': ['error', fewParameters, honestTypes, ...noBarrels, ...noClock, ...noInexactPower],
      'no-restricted-globals': [
        'error',
        ...platform.map((name) => ({ name, message: 'The domain does not touch the platform.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The domain has no clock.' },
        { object: 'Math', property: 'random', message: 'The domain has no randomness.' },
        ...inexact.map((property) => ({ object: 'Math', property, message: 'Engines round it differently.' })),
        ...perLocale.map((property) => ({ property, message: 'Locales differ from host to host.' })),
      ],
    },
  },
  {
    files: ['src/domain/**/*codec*.ts'],
    rules: {
      'no-restricted-syntax': ['error', fewParameters, ...noBarrels, ...noClock, ...noInexactPower],
    },
  },
  {
    files: ['test/**/*.ts', 'src/**/*.spec.ts'],
    rules: {
      'max-lines-per-function': 'off', // a describe block is a chapter, not a function
      'no-restricted-syntax': ['error', ...noBarrels], // a table's row has as many columns as it needs
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'test'].flatMap((object) =>
          ['only', 'skip', 'todo'].map((property) => ({ object, property, message: 'A test runs or does not exist.' })),
        ),
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Answers and jest's matchers are `any`; an assertion on them is a check in itself.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
);
