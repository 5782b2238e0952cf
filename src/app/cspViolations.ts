/** One thing that the Content-Security-Policy of the page stopped, and how often. */
export interface Violation {
  /** Name of the rule, like `script-src`. */
  readonly directive: string
  /** The address that was stopped, or a word for what has none: `inline`, `eval`. */
  readonly blocked: string
  readonly count: number
}

/** What the policy of the page has stopped since it was opened. */
export interface ViolationBook {
  /** What was stopped since this was last asked. */
  take(): readonly Violation[]
  /** The rule that stopped the script at `url`, or something that this script needs; `undefined` for none. */
  blockedScript(url: string): string | undefined
  stop(): void
}

/** As many as a report may hold; further ones are left out. */
const mostViolations = 20
const longestDirective = 100
const longestBlocked = 300

type ViolationEvent = Pick<
  SecurityPolicyViolationEvent,
  'effectiveDirective' | 'blockedURI' | 'sourceFile' | 'disposition'
>

/** Writes down what the policy of the page stops, until it is stopped. `target`: the document. */
export function startViolationBook(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): ViolationBook {
  let untaken = new Map<string, Violation>()
  /** The last rule that stopped an address, or stopped something in the script of that address. */
  const rules = new Map<string, string>()

  const count = (directive: string, blocked: string): void => {
    const name = `${directive} ${blocked}`
    const before = untaken.get(name)
    if (before === undefined && untaken.size >= mostViolations) return
    untaken.set(name, { directive, blocked, count: (before?.count ?? 0) + 1 })
  }
  const remember = (address: string, rule: string): void => {
    if (address === '' || (!rules.has(address) && rules.size >= mostViolations)) return
    rules.set(address, rule)
  }
  const onViolation = (event: Event): void => {
    const { effectiveDirective, blockedURI, sourceFile, disposition } = event as Event &
      ViolationEvent
    if (disposition === 'report') return
    const rule = effectiveDirective.replace(/-(elem|attr)$/, '').slice(0, longestDirective)
    const blocked = withoutQuery(blockedURI).slice(0, longestBlocked)
    count(rule, blocked)
    remember(blocked, rule)
    remember(withoutQuery(sourceFile), rule)
  }

  target.addEventListener('securitypolicyviolation', onViolation)
  return {
    take() {
      const taken = [...untaken.values()]
      untaken = new Map()
      return taken
    },
    blockedScript(url) {
      const address = withoutQuery(url)
      // A browser tells only the origin of an address to which it was redirected.
      return rules.get(address) ?? rules.get(address.split('/').slice(0, 3).join('/'))
    },
    stop: () => target.removeEventListener('securitypolicyviolation', onViolation),
  }
}

/** An address as a report may hold it: a query can be anybody's secret. */
function withoutQuery(address: string): string {
  const [plain = ''] = address.split(/[?#]/)
  return plain
}
