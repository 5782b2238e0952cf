import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import { nextTick, shallowRef } from 'vue'
import AgentTile from '@/app/components/AgentTile.vue'
import { messages } from '@/app/locales/messages.ts'
import type { AgentStatus } from '@/domain/agentState.ts'
import { agentStates } from '@/domain/agentState.ts'
import { agent, noon, outside, tile as tileFor } from './builders.ts'
import { turnPage } from './direction.ts'

async function tileOf(status: AgentStatus, otherLabel = '', isStale = false): Promise<HTMLElement> {
  const { container } = await render(AgentTile, {
    props: { tile: tileFor(status, { otherLabel }), now: () => noon + 75_000, isStale },
  })
  return container.querySelector<HTMLElement>('[data-tile]')!
}

test.each(agentStates)('a tile says %s as hook, word and icon', async (state) => {
  const tile = await tileOf(agent({ state }))
  expect(tile.dataset['state']).toBe(state)
  expect(tile.textContent).toContain(messages.states[state])
  expect(tile.querySelector(`[data-icon="${state}"]`)).not.toBeNull()
})

test('a tile names its first extension and all of them', async () => {
  const tile = await tileOf(agent({ id: '1001', extensions: ['1001', '6001'] }))
  expect(tile.dataset['extension']).toBe('1001')
  expect(tile.dataset['extensions']).toBe('1001 6001')
})

test('an agent without a name is called by the extension', async () => {
  const tile = await tileOf(agent({ name: '', id: '1050' }))
  expect(tile.querySelector('.name')?.textContent).toBe('1050')
})

test('talk among ourselves is told apart by word and icon, not by colour alone', async () => {
  const tile = await tileOf(
    agent({ state: 'talking', isInternal: true, direction: 'internal' }),
    'Hugo Silva',
  )
  expect(tile.dataset['internal']).toBe('true')
  expect(tile.querySelector('.state')?.textContent).toContain('Internal')
  expect(tile.querySelector('.state [data-icon="internal"]')).not.toBeNull()
})

test('somebody away is shown with the reason', async () => {
  const tile = await tileOf(agent({ state: 'away', reason: 'Lunch' }))
  expect(tile.querySelector('.state')?.textContent).toContain('Lunch')
})

test('the other party is shown as it was handed over, with the direction', async () => {
  const tile = await tileOf(
    agent({ state: 'talking', other: outside('+36205554321'), direction: 'outbound' }),
    '+36 20 555 4•••',
  )
  expect(tile.querySelector('.party')?.textContent).toContain('+36 20 555 4•••')
  expect(tile.textContent).not.toContain('4321')
  expect(tile.querySelector('.party [data-icon="outbound"]')).not.toBeNull()
})

test('text from outside stays text', async () => {
  const attack = '<img src=x onerror="document.title=1">'
  const tile = await tileOf(
    agent({ name: attack, state: 'away', reason: attack, extensions: [attack], id: attack }),
    attack,
  )
  expect(tile.querySelector('img')).toBeNull()
  expect(tile.querySelector('.name')?.textContent).toBe(attack)
})

test('the time in a state runs with the clock that is handed in', async () => {
  const screen = await render(AgentTile, {
    props: { tile: tileFor(agent()), now: () => noon + 59_999, isStale: false },
  })
  expect(screen.container.querySelector('.time')?.textContent).toBe('0:59')
  await screen.rerender({ now: () => noon + 3_600_000 })
  expect(screen.container.querySelector('.time')?.textContent).toBe('1:00:00')
})

test('a state that nobody saw begin has no time', async () => {
  const tile = await tileOf(agent({ since: undefined }))
  expect(tile.querySelector('.time')?.textContent).toBe('—')
})

test('a stale tile says so', async () => {
  expect((await tileOf(agent(), '', true)).dataset['stale']).toBe('true')
})

async function countsOf(
  counts: { calls: number; missed: number },
  otherLabel: string,
  variant: 'full' | 'compact',
): Promise<HTMLElement> {
  const { container } = await render(AgentTile, {
    props: {
      tile: tileFor(agent(), { otherLabel, counts }),
      now: () => noon,
      isStale: false,
      variant,
    },
  })
  return container
}

test.each(['full', 'compact'] as const)('a %s tile tells today’s calls', async (variant) => {
  const container = await countsOf({ calls: 9, missed: 2 }, '', variant)
  const hook = (name: string): HTMLElement =>
    container.querySelector<HTMLElement>(`[data-figure="${name}"][data-scope="agent:1001"]`)!
  expect(hook('calls').dataset).toMatchObject({ value: '9', level: 'ok', coverage: 'full' })
  expect(hook('missed').dataset['value']).toBe('2')
  expect(hook('calls').textContent.trim()).toBe('9 calls')
})

test.each([
  [0, '', false],
  [1, '', true],
  [1, '+36 20 555 4•••', false],
])('%i missed calls beside “%s” are to be seen: %s', async (missed, otherLabel, isSeen) => {
  const container = await countsOf({ calls: 0, missed }, otherLabel, 'full')
  const hidden = container.querySelector('[data-figure="missed"]')?.closest('.visually-hidden')
  expect(hidden === null).toBe(isSeen)
})

test('a second that passes changes the text of the time, and puts no other in its place', async () => {
  const now = shallowRef(noon + 75_000)
  const { container } = await render(AgentTile, {
    props: { tile: tileFor(agent({ state: 'talking' })), now: () => now.value, isStale: false },
  })
  const time = container.querySelector('.time')!
  const text = time.firstChild
  const before = time.textContent
  now.value += 1_000
  await nextTick()
  expect(time.textContent).not.toBe(before)
  expect(time.firstChild).toBe(text)
})

test.each(['ltr', 'rtl'] as const)('a %s wall cuts a long name at its end', async (direction) => {
  turnPage(direction)
  const talking = agent({ state: 'talking', direction: 'inbound' })
  const tile = await tileOf(talking, 'Reception of the Hotel Aurora beside the old bridge')
  tile.style.cssText = 'width: 300px; height: 150px; font-size: 24px'
  const name = tile.querySelector('.party bdi')!.firstChild!
  const letter = document.createRange()
  letter.setStart(name, 0)
  letter.setEnd(name, 1)
  const room = tile.querySelector('.party')!.getBoundingClientRect()
  expect(letter.getBoundingClientRect().left).toBeGreaterThanOrEqual(room.left)
  letter.selectNodeContents(name)
  expect(letter.getBoundingClientRect().right).toBeGreaterThan(room.right)
})
