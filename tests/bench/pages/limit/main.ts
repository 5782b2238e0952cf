import type { LimitLayout } from './layout.ts'
import { createLimitFloor } from './floor.ts'
import type { ShownSession } from './floor.ts'
import { createTile } from './tileElement.ts'

interface Script {
  readonly helper: { getExtensions(): readonly { id: string; name: string; type: string }[] }
  connect(address: string, token: string): void
  onConnectionStateChanged(listener: (info: { State: string }) => void): void
  onSessionCreated(listener: (session: HeardSession) => void): void
  onSessionClosed(listener: (session: HeardSession) => void): void
}

interface HeardSession extends ShownSession {
  onSessionStateChanged(listener: (session: HeardSession) => void): void
}

const pbx = window.OzWebClient as Script
const layout = JSON.parse(decodeURIComponent(location.hash.slice(1))) as LimitLayout
const grid = document.getElementById('grid')!
grid.className = layout.variant
grid.style.cssText =
  `grid-template-columns:repeat(${layout.columns},${layout.tileWidth}px);` +
  `grid-auto-rows:${layout.tileHeight}px;grid-gap:${layout.gap}px;font-size:${layout.textSize}px;` +
  `left:${layout.left}px;top:${layout.top}px`

const extensions = pbx.helper.getExtensions()
const order = new Intl.Collator('en', { numeric: true })
const agents = extensions
  .filter(({ type }) => type === 'SIP')
  .sort((one, other) => order.compare(one.name, other.name))
const tiles = new Map(
  agents.map(({ id, name }) => [id, createTile(id, name, layout.variant === 'full')]),
)
grid.append(...[...tiles.values()].map(({ root }) => root))

/** Once, as the wall sets its names: the first of three sizes in which a name fits its line. */
async function fitNames(): Promise<void> {
  await document.fonts.ready
  for (const size of ['smaller', 'smallest']) {
    for (const { root } of tiles.values()) {
      const name = root.firstElementChild!
      if (name.scrollWidth > name.clientWidth) name.classList.add(size)
    }
  }
}
void fitNames()

const changed = new Set<string>()
let isAsked = false
let now = performance.now()
let isTicked = false

const floor = createLimitFloor(
  agents.map(({ id }) => id),
  new Map(extensions.map(({ id, name }) => [id, name])),
  (extension) => {
    changed.add(extension)
    ask()
  },
)

function ask(): void {
  if (isAsked) return
  isAsked = true
  requestAnimationFrame(flush)
}

function flush(): void {
  isAsked = false
  for (const extension of changed) {
    const tile = tiles.get(extension)!
    const facts = floor.facts(extension)
    tile.show(facts)
    tile.tick(facts, now)
  }
  changed.clear()
  if (!isTicked) return
  isTicked = false
  for (const [extension, tile] of tiles) tile.tick(floor.facts(extension), now)
}

for (const [extension, tile] of tiles) tile.show(floor.facts(extension))
setInterval(() => {
  now = performance.now()
  isTicked = true
  ask()
}, 1000)

const hear = (session: HeardSession): void => floor.hear(session, performance.now())
pbx.onConnectionStateChanged(({ State }) => {
  document.documentElement.dataset['fresh'] = State === 'ACCESS_GRANTED' ? 'live' : 'stale'
})
pbx.onSessionCreated((session) => {
  session.onSessionStateChanged(hear)
  hear(session)
})
pbx.onSessionClosed(hear)
pbx.connect('127.0.0.1', 't')
