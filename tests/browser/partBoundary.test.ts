import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Component, VNode } from 'vue'
import { createApp, defineAsyncComponent, defineComponent, h, nextTick, shallowRef } from 'vue'
import PartBoundary from '@/app/components/PartBoundary.vue'
import TileGrid from '@/app/components/TileGrid.vue'
import { agent, noon, tiles } from './builders.ts'

const noted = vi.fn<(error: unknown) => void>()
const broken = (root: Element): HTMLElement | null => root.querySelector('[data-broken]')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
})

const pass = async (seconds: number): Promise<void> => {
  vi.advanceTimersByTime(seconds * 1000)
  await nextTick()
}

/** A part that fails while `isFailing`. */
const isFailing = shallowRef(true)
const Shaky = defineComponent(() => () => {
  if (isFailing.value) throw new Error('shaky')
  return h('p', 'all well')
})

const wallOf = async (...parts: readonly VNode[]): Promise<HTMLElement> => {
  // The test utilities would take what a boundary reports for a failure of the whole.
  const app = createApp(defineComponent(() => () => h('div', [...parts])))
  app.config.errorHandler = noted
  const root = document.body.appendChild(document.createElement('div'))
  app.mount(root)
  onTestFinished(() => {
    app.unmount()
    root.remove()
  })
  await nextTick()
  return root
}
const part = (name: string, content: () => unknown): VNode => h(PartBoundary, { name }, content)
const shown = (component: Component) => () => h(component)

beforeEach(() => {
  isFailing.value = true
})

test('a part that fails leaves the others alone, and is reported once', async () => {
  const root = await wallOf(
    part('chart', shown(Shaky)),
    part('list', () => h('p', 'two wait')),
  )
  expect(root.textContent).toContain('two wait')
  expect(broken(root)?.dataset).toMatchObject({ broken: 'chart', failures: '1' })
  expect(broken(root)?.textContent).toContain('tried again by itself')
  expect(noted.mock.calls.map(([error]) => String(error))).toEqual(['Error: shaky'])
})

test('a part that failed is tried after 5 s, then 30 s, then every 2 min', async () => {
  const root = await wallOf(part('chart', shown(Shaky)))
  const tries: number[] = []
  for (const seconds of [4, 1, 29, 1, 119, 1, 119, 1]) {
    await pass(seconds)
    await nextTick()
    tries.push(noted.mock.calls.length)
  }
  expect(tries).toEqual([1, 2, 2, 3, 3, 4, 4, 5])
  expect(broken(root)?.dataset['failures']).toBe('5')
})

test('a part heals, and after some good minutes its next failure is a first one', async () => {
  const root = await wallOf(part('chart', shown(Shaky)))
  isFailing.value = false
  await pass(5)
  expect(root.textContent).toBe('all well')
  await pass(120)
  isFailing.value = true
  await nextTick()
  await nextTick()
  expect(broken(root)?.dataset['failures']).toBe('1')
})

test('what fails while the part’s slot is read fails in the part', async () => {
  const root = await wallOf(
    part('strip', () => {
      throw new Error('no figures')
    }),
  )
  expect(broken(root)?.dataset['broken']).toBe('strip')
})

test('of two boundaries the inner one keeps the failure to itself', async () => {
  const root = await wallOf(part('wall', () => [h('p', 'figures'), part('chart', shown(Shaky))]))
  expect(root.textContent).toContain('figures')
  expect(broken(root)?.dataset['broken']).toBe('chart')
  expect(noted).toHaveBeenCalledTimes(1)
})

test('a part whose code does not load has failed, and is loaded again', async () => {
  const load = vi
    .fn<() => Promise<Component>>()
    .mockRejectedValueOnce(new Error('no chunk'))
    .mockResolvedValue(defineComponent(() => () => h('p', 'chart')))
  const Late = defineAsyncComponent(load)
  const root = await wallOf(part('chart', shown(Late)))
  await vi.waitFor(() => expect(broken(root)).not.toBeNull())
  await pass(5)
  await vi.waitFor(() => expect(root.textContent).toBe('chart'))
})

test('one agent who cannot be shown does not take the others along', async () => {
  const bad = agent({ id: '1002', since: undefined })
  Object.defineProperty(bad, 'state', {
    get: () => {
      throw new Error('no state')
    },
  })
  const list = [agent({ id: '1001' }), bad, agent({ id: '1003' })]
  const props = { tiles: tiles(list), now: () => noon, isStale: false }
  const root = await wallOf(part('tiles', () => h(TileGrid, props)))
  await nextTick()
  const ids = [...root.querySelectorAll<HTMLElement>('[data-tile]')].map(
    ({ dataset }) => dataset['extension'],
  )
  expect(ids).toEqual(['1001', '1003'])
  expect(root.querySelector('[data-broken-tile]')?.textContent).toBe('1002')
  expect(broken(root)).toBeNull()
  expect(noted).toHaveBeenCalledTimes(1)
})
