import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import ProblemCard from '@/app/components/ProblemCard.vue'
import SignInCard from '@/app/components/SignInCard.vue'
import TeamPicker from '@/app/components/TeamPicker.vue'
import { messages } from '@/app/locales/messages.ts'

const router = (): ReturnType<typeof createRouter> =>
  createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:path(.*)*', component: { render: () => null } }],
  })

test('a token is handed over as typed, less blanks around it', async () => {
  const screen = await render(SignInCard, { props: { address: '192.0.2.10' } })
  await userEvent.fill(page.getByLabelText('Token', { exact: true }), ' abc ')
  await userEvent.click(page.getByRole('button'))
  expect(screen.emitted('signedIn')).toEqual([
    [{ address: '192.0.2.10', credentials: { type: 'token', token: 'abc' } }],
  ])
})

test('a Webphone extension signs in with its password, blanks and all', async () => {
  const screen = await render(SignInCard, {})
  await userEvent.fill(page.getByLabelText('PBX address'), 'pbx.example')
  await userEvent.click(page.getByLabelText('A Webphone extension'))
  await userEvent.fill(page.getByLabelText('Extension', { exact: true }), '9001')
  await userEvent.fill(page.getByLabelText('Password'), ' se cret ')
  await userEvent.click(page.getByRole('button'))
  expect(screen.emitted('signedIn')).toEqual([
    [
      {
        address: 'pbx.example',
        credentials: { type: 'extension', extension: '9001', password: ' se cret ' },
      },
    ],
  ])
})

test('nothing is handed over while a field is empty', async () => {
  const screen = await render(SignInCard, { props: { address: '192.0.2.10' } })
  await userEvent.click(page.getByRole('button'))
  expect(screen.emitted('signedIn')).toBeUndefined()
})

test('each team is a link with its counts, unknown ones as a dash', async () => {
  const team = { id: 'support', name: 'Support', to: '/team/support', free: 4, talking: 7 }
  const { container } = await render(TeamPicker, {
    props: { teams: [{ ...team, waiting: undefined }] },
    global: { plugins: [router()] },
  })
  const link = container.querySelector('a')!
  expect(link.getAttribute('href')).toBe('/team/support')
  expect(link.querySelector('[data-count="free"]')?.textContent).toMatch(/4\s*free/)
  expect(link.querySelector('[data-count="waiting"]')?.textContent).toMatch(/—\s*waiting/)
})

test('a problem says what is wrong, what to do and where to go', async () => {
  const problem = messages.problems.unknownTeam('<b>suport</b>')
  const { container } = await render(ProblemCard, {
    props: { ...problem, links: [{ to: '/team/support', text: 'Support' }] },
    global: { plugins: [router()] },
  })
  expect(container.querySelector('[role="alert"]')?.textContent).toContain('<b>suport</b>')
  expect(container.textContent).toContain(problem.remedy)
  expect(container.querySelector('a')?.textContent).toBe('Support')
})
