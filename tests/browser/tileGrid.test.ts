import { beforeAll, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import TileGrid from '@/app/components/TileGrid.vue'
import '@/app/styles/base.css'
import type { AgentStatus } from '@/domain/agentState.ts'
import { agent, agents, noon, tiles } from './builders.ts'

const screens = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
] as const
const cases = screens.flatMap(([width, height]) =>
  [1, 4, 12, 60, 240].map((count) => ({ width, height, count })),
)

async function gridOf(list: readonly AgentStatus[]): Promise<Awaited<ReturnType<typeof render>>> {
  const box = document.body.appendChild(document.createElement('div'))
  box.style.width = '75vw'
  box.style.height = '67vh'
  const result = await render(TileGrid, {
    container: box,
    props: { tiles: tiles(list), now: () => noon + 5000, isStale: false },
  })
  await expect.poll(() => isMeasured(box)).toBe(true)
  return result
}

/** Whether what the browser measured has reached the tiles. */
const isMeasured = (box: HTMLElement): boolean => {
  const tile = box.querySelector('[data-tile]')
  return tile === null || tile.clientHeight > 0
}

const lineHeight = (element: Element): number =>
  Number.parseFloat(getComputedStyle(element).lineHeight)

beforeAll(() => {
  document.body.style.margin = '0'
})

test.each(cases)(
  '$count tiles fit at $width x $height, if need be on pages',
  async ({ width, height, count }) => {
    await page.viewport(width, height)
    const { container } = await gridOf(agents(count))
    const box = container.getBoundingClientRect()
    const shown = [...container.querySelectorAll('[data-tile]')]
    expect(shown.length).toBeGreaterThanOrEqual(count / 5)
    if (count <= 60) expect(shown).toHaveLength(count)
    for (const tile of shown) {
      const { left, top, right, bottom } = tile.getBoundingClientRect()
      expect(left).toBeGreaterThanOrEqual(box.left - 0.5)
      expect(top).toBeGreaterThanOrEqual(box.top - 0.5)
      expect(right).toBeLessThanOrEqual(box.right + 0.5)
      expect(bottom).toBeLessThanOrEqual(box.bottom + 0.5)
      expect(tile.scrollHeight).toBeLessThanOrEqual(tile.clientHeight + 1)
    }
    const { width: tileWidth, height: tileHeight } = shown[0]!.getBoundingClientRect()
    expect(shown.length * tileWidth * tileHeight).toBeGreaterThan(0.4 * box.width * box.height)
    const smallest = (24 / 1080) * height - 0.1
    for (const text of container.querySelectorAll('.name, .word, .time')) {
      expect(Number.parseFloat(getComputedStyle(text).fontSize)).toBeGreaterThanOrEqual(smallest)
    }
    const grid = container.querySelector('.grid')!
    expect(grid.scrollHeight).toBeLessThanOrEqual(container.clientHeight + 1)
    container.remove()
  },
)

test.each([4, 12, 20])('no name of %i tiles is cut', async (count) => {
  await page.viewport(1920, 1080)
  const { container } = await gridOf(agents(count))
  for (const name of container.querySelectorAll('.name')) {
    expect(name.scrollWidth, name.textContent).toBeLessThanOrEqual(name.clientWidth)
    const hidden = name.scrollHeight - name.clientHeight
    expect(hidden, name.textContent).toBeLessThan(lineHeight(name) / 3)
  }
  container.remove()
})

test('the tiles keep the order and the element of each agent', async () => {
  const [ana, ben] = [agent({ id: '1001' }), agent({ id: '1002' })]
  const screen = await gridOf([ana, ben])
  const element = screen.container.querySelector('[data-extension="1001"]')
  await screen.rerender({ tiles: tiles([ben, ana]) })
  const shown = [...screen.container.querySelectorAll<HTMLElement>('[data-tile]')]
  expect(shown.map(({ dataset }) => dataset['extension'])).toEqual(['1002', '1001'])
  expect(shown[1]).toBe(element)
})

test('a wall without agents says so', async () => {
  const { container } = await gridOf([])
  expect(container.textContent).toContain('No agents to show')
})
