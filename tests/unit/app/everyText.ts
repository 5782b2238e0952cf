import type { Messages } from '@/app/locales/messages.ts'
import { expectations } from '@/contract/problemText.ts'

/** One text of the wall: where it stands, and what it says with sample parts. */
export interface SaidText {
  readonly path: string
  readonly text: string
}

/** What the texts with parts are asked with; `[5, 2, 4]` where nothing else is named. */
const samples: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'connection.sentences.scriptMissing': [[''], ['http://192.0.2.10:7777/WebphoneAPI']],
  'card.seconds': [[0], [5]],
  'card.threshold': [
    ['5000', ['2', '5'], false],
    ['5000', ['80%', '60%'], true],
  ],
  'card.gaps': [
    [['10:00–10:05'], 0],
    [['10:00–10:05', '11:00–11:01'], 3],
  ],
  'figureNotes.abandoned': [
    [5, 0],
    [5, 2],
  ],
  configProblem: Object.keys(expectations).flatMap((code) => [
    [{ path: 'wrapUpSeconds', code, found: '-1', expected: '5' }],
    [{ path: '', code, found: '', expected: '5' }],
  ]),
  formula: (['offered', 'answered', 'positive'] as const).flatMap((formula) =>
    [0, 5].map((shortAbandonSeconds) => [
      { formula, answerWithinSeconds: 20, target: 0.8, shortAbandonSeconds },
    ]),
  ),
}

/** Every text of a language, those with parts once for each sample. */
export function everyText(messages: Messages): readonly SaidText[] {
  return walk(messages, '')
}

function walk(node: unknown, path: string): readonly SaidText[] {
  if (typeof node === 'string' || typeof node === 'number') return [{ path, text: String(node) }]
  if (typeof node === 'function') {
    const say = node as (...parts: readonly unknown[]) => unknown
    return (samples[path] ?? [[5, 2, 4]]).flatMap((parts, index) =>
      walk(say(...parts), `${path}(${index})`),
    )
  }
  if (typeof node !== 'object' || node === null) throw new TypeError(`${path} is no text`)
  return Object.entries(node).flatMap(([key, child]) =>
    walk(child, path === '' ? key : `${path}.${key}`),
  )
}
