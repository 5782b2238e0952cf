import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import FigureTable from '@/app/components/FigureTable.vue'
import type { FigureBlockView, ScopeView } from '@/app/components/views.ts'
import '@/app/styles/base.css'
import { figure, hooksOf } from './builders.ts'
import { turnPage } from './direction.ts'

const scopesOf = (queues: number): ScopeView[] => [
  { scope: 'team:support', name: 'Support' },
  ...Array.from({ length: queues }, (_, index) => {
    return { scope: `queue:${5000 + index}`, name: `Line ${index}` }
  }),
]

const blocksOf = (scopes: readonly ScopeView[]): FigureBlockView[] => [
  { name: 'calls', rows: [scopes.map(({ scope }) => figure({ scope, name: 'offered' }))] },
  {
    name: 'phones',
    rows: [
      scopes.map(({ scope }, index) =>
        index === 0 ? figure({ scope, name: 'agentsAvailable' }) : undefined,
      ),
    ],
  },
]

async function tableOf(queues: number): Promise<HTMLElement> {
  const scopes = scopesOf(queues)
  const { container } = await render(FigureTable, {
    props: { blocks: blocksOf(scopes), scopes, isStale: false },
  })
  return container
}

const isSeen = (cell: Element): boolean => cell.closest('.visually-hidden') === null

test('every figure has a row with its label, and a hook for the team and each queue', async () => {
  const container = await tableOf(2)
  const hooks = [...container.querySelectorAll<HTMLElement>('[data-figure]')].map(hooksOf)
  expect(hooks.map(({ figure: name, scope }) => `${name} ${scope}`)).toEqual([
    'offered team:support',
    'offered queue:5000',
    'offered queue:5001',
    'agentsAvailable team:support',
  ])
  expect(container.textContent).toContain('Offered')
  expect(container.textContent).toContain('Line 1')
})

test.each([
  [1, 1],
  [2, 3],
  [3, 4],
  [9, 4],
])('of a team with %i queues %i columns are to be seen', async (queues, columns) => {
  const container = await tableOf(queues)
  const cells = [...container.querySelectorAll('[data-figure="offered"]')]
  expect(cells).toHaveLength(queues + 1)
  expect(cells.filter(isSeen)).toHaveLength(columns)
})

test('the one column that is seen stands at the end of each block', async () => {
  const container = await tableOf(1)
  const roomAfter = (name: string): number => {
    const figure = container.querySelector(`[data-figure="${name}"][data-scope="team:support"]`)
    const block = figure?.closest('[data-block]')
    if (!figure || !block) return NaN
    return block.getBoundingClientRect().right - figure.getBoundingClientRect().right
  }
  expect(roomAfter('offered')).toBeCloseTo(roomAfter('agentsAvailable'), 0)
})

test('the name of a queue stands over its figures, whatever direction the wall has', async () => {
  turnPage('rtl')
  const container = await tableOf(2)
  const head = container.querySelector('[data-block="calls"] th:last-child span')!
  const value = container.querySelector('[data-block="calls"] td:last-child [data-figure]')!
  expect(head.getBoundingClientRect().left).toBeCloseTo(value.getBoundingClientRect().left, 0)
})
