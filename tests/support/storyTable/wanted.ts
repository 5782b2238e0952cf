/** A figure as a story names it or as the centre gives it. */
export type Value = number | string | undefined

/** Figures by name. */
export type Sheet = Readonly<Record<string, Value>>

const outcomes = ['answered', 'abandoned', 'shortAbandoned', 'flowedOut', 'lost', 'waiting']
const zero = Object.fromEntries(outcomes.map((outcome) => [outcome, 0]))
/** Those without a visit unless the story names them. */
const quiet = ['queue:5000', 'queue:5001', 'team:desk']

/** What the right column of a moment wants, by scope, with all that goes without saying; none if the column is empty. */
export function wantedSheets(words: readonly string[]): ReadonlyMap<string, Sheet> {
  const named = new Map<string, Record<string, Value>>()
  let current: readonly Record<string, Value>[] = []
  const rest = [...words]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (isScopes(word)) {
      current = word.split(',').map((scope) => {
        const sheet = named.get(scope) ?? {}
        named.set(scope, sheet)
        return sheet
      })
    } else {
      const value = valueOf(rest.shift() ?? '')
      for (const sheet of current) sheet[word] = value
    }
  }
  if (named.size > 0) for (const scope of quiet) if (!named.has(scope)) named.set(scope, {})
  return new Map([...named].map(([scope, sheet]) => [scope, complete(scope, sheet)]))
}

const isScopes = (word: string): boolean => /^(all\b|(queue|team|agent|span):)/.test(word)

function valueOf(word: string): Value {
  if (word === '-') return undefined
  const [above = NaN, below = 1] = word.split('/').map(Number)
  return Number.isNaN(above) ? word : above / below
}

function complete(scope: string, sheet: Sheet): Sheet {
  if (scope.startsWith('span:')) return sheet
  if (scope.startsWith('agent:')) return { calls: 0, missed: 0, ...sheet }
  if (scope.includes('/')) {
    const isOfRow = Object.keys(sheet).some((name) => name !== 'rows')
    return isOfRow ? withOutcomes(sheet) : sheet
  }
  const calls = scope.startsWith('queue:') ? undefined : 0
  const counts = withOutcomes(sheet)
  const all = { direct: calls, outbound: calls, internal: calls, ...counts }
  // The gauge is of the moment, whatever the day.
  return scope.includes('@') ? all : { waitingCalls: counts['waiting'], ...all }
}

function withOutcomes(sheet: Sheet): Sheet {
  const counts = { ...zero, ...sheet }
  const offered = outcomes.reduce((sum, outcome) => sum + Number(counts[outcome]), 0)
  return { offered, ...counts }
}
