import type { BadConfig } from './badConfigs.ts'

/** Files that hold no config at all. */
export const badTexts: readonly BadConfig[] = [
  // Empty.
  ['nothing', '', [/is not JSON\.\n {2}line 1, column 1: it is empty/]],
  ['blanks', ' \n\n ', [/line 3, column 2: it is empty/]],
  ['an empty object', '{}', [/pbx: is missing/]],
  ['null', 'null', [/the whole file: found null/]],
  // Not JSON.
  ['a comment', '{\n  // the PBX\n  "pbx": {} }', [/line 2, column 3: a comment; JSON has none/]],
  [
    'a trailing comma',
    '{\n  "pbx": { "address": "a" },\n}',
    [/line 2, column 28: a comma before }; remove it/],
  ],
  [
    'a missing comma',
    '{ "pbx": { "address": "a" }\n  "teams": [] }',
    [/line 2, column 3: a comma is missing before this/],
  ],
  ['a missing brace', '{ "pbx": { "address": "a" }', [/column 28: a } is missing/]],
  ['a key without quotes', '{ pbx: {} }', [/column 3: pbx without quotes/]],
  ['single quotes', "{ 'pbx': {} }", [/column 3: the quote '; JSON knows " only/]],
  ['curly quotes', '{ “pbx”: {} }', [/the quote “; JSON knows " only/]],
  [
    'a path of Windows',
    '{ "records": { "file": "C:\\wall.db" } }',
    [/a single backslash; write \\\\ or \//],
  ],
  ['a text without end', '{ "pbx": { "address": "a } }\n', [/column 23: this text is not closed/]],
  ['a word of another language', '{ "screen": { "wakeLock": True } }', [/True; write true/]],
  ['a number with a nought', '{ "wrapUpSeconds": 015 }', [/015, which is no number/]],
  ['half a file', '{ "pbx":', [/the file ends too early/]],
  ['two files in one', '{ "pbx": {} } { }', [/column 15: something stands after the end/]],
  // Deeply nested.
  ['lists in lists', '['.repeat(100_000), [/column 21: this is nested deeper than 20 levels/]],
  ['a deep value', `{"site":${'{"a":'.repeat(30)}1${'}'.repeat(31)}`, [/nested deeper than 20/]],
]
