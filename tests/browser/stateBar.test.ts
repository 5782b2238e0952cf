import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import StateBar from '@/app/components/StateBar.vue'
import type { AgentState } from '@/domain/agentState.ts'
import { agent } from './builders.ts'

async function sharesOf(namedElsewhere: readonly AgentState[]): Promise<(string | undefined)[][]> {
  const states = ['talking', 'available', 'available'] as const
  const { container } = await render(StateBar, {
    props: { agents: states.map((state) => agent({ state })), namedElsewhere, isStale: false },
  })
  const shares = (list: string): (string | undefined)[] =>
    [...container.querySelectorAll<HTMLElement>(`${list} [data-share]`)].map(
      ({ dataset }) => dataset['share'],
    )
  return [shares('.legend'), shares('.bar')]
}

test('every state has its word and its share of the bar', async () => {
  const both = ['talking', 'available']
  expect(await sharesOf([])).toEqual([both, both])
})

test('a state whose number stands elsewhere keeps its share only', async () => {
  expect(await sharesOf(['available'])).toEqual([['talking'], ['talking', 'available']])
})
