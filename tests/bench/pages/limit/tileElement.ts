import type { DirectionName, StateName } from './names.ts'

/** What a tile shows. */
export interface TileFacts {
  state: StateName
  isInternal: boolean
  /** ms of `performance.now`; `undefined` before the first call. */
  since: number | undefined
  /** Empty for nobody. */
  other: string
  direction: DirectionName
  calls: number
  missed: number
}

/** One tile in the page. */
export interface TileElement {
  readonly root: HTMLElement
  /** Writes what has changed since the last time; touches nothing else. */
  show(facts: TileFacts): void
  /** Writes the clock if its second has changed. `now`: ms of `performance.now`. */
  tick(facts: TileFacts, now: number): void
}

const words: Readonly<Record<StateName, string>> = {
  available: 'Free',
  ringing: 'Ringing',
  dialing: 'Dialing',
  talking: 'Talking',
  hold: 'On hold',
}

/** A tile of a free agent. `isFull`: with its last line; a tile in one line has none. */
export function createTile(extension: string, name: string, isFull: boolean): TileElement {
  const root = element('li', 'tile')
  root.setAttribute('data-tile', '')
  root.setAttribute('data-extension', extension)
  const word = document.createTextNode('')
  const time = document.createTextNode('—')
  const party = document.createTextNode(extension)
  const counts = document.createTextNode('0 calls')
  const state = element('span', 'state', word)
  root.append(element('span', 'name', document.createTextNode(name)), state)
  root.append(element('span', 'time', time))
  if (isFull) {
    root.append(element('span', 'party', party), element('span', 'counts', counts))
  }

  let shownState = ''
  let shownWord = ''
  let isInternal = false
  let isBusy = false
  let shownDirection = ''
  let shownTime = '—'
  let shownParty = extension
  let shownCounts = '0 calls'

  const showState = (facts: TileFacts): void => {
    if (facts.state !== shownState) {
      shownState = facts.state
      root.setAttribute('data-state', facts.state)
    }
    if (facts.isInternal !== isInternal) {
      isInternal = facts.isInternal
      root.classList.toggle('internal', isInternal)
    }
    const isInternalTalk = facts.isInternal && facts.state === 'talking'
    const nextWord = isInternalTalk ? 'Internal' : words[facts.state]
    if (nextWord !== shownWord) word.data = shownWord = nextWord
  }
  const showFoot = (facts: TileFacts): void => {
    const busy = facts.other !== ''
    if (busy !== isBusy) {
      isBusy = busy
      root.classList.toggle('busy', busy)
    }
    if (busy && facts.direction !== shownDirection) {
      shownDirection = facts.direction
      root.setAttribute('data-direction', facts.direction)
    }
    const nextParty = busy ? facts.other : extension
    const nextCounts = busy ? String(facts.calls) : countsOf(facts)
    if (nextParty !== shownParty) party.data = shownParty = nextParty
    if (nextCounts !== shownCounts) counts.data = shownCounts = nextCounts
  }

  return {
    root,
    show(facts) {
      showState(facts)
      if (isFull) showFoot(facts)
    },
    tick({ since }, now) {
      const next = since === undefined ? '—' : duration(now - since)
      if (next !== shownTime) time.data = shownTime = next
    },
  }
}

function countsOf({ calls, missed }: TileFacts): string {
  const told = calls === 1 ? '1 call' : `${calls} calls`
  return missed === 0 ? told : `${missed} missed\u2003${told}`
}

function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const rest = seconds % 60
  return `${Math.floor(seconds / 60)}:${rest < 10 ? '0' : ''}${rest}`
}

function element(tag: string, className: string, ...children: Node[]): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.append(...children)
  return made
}
