import { expect, test } from 'vitest'
import type { RenderResult } from 'vitest-browser-vue'
import { render } from 'vitest-browser-vue'
import PopupStack from '@/app/components/PopupStack.vue'
import type { PopupView } from '@/app/components/views.ts'
import { hooksOf, label, outside, popup } from './builders.ts'

type Props = { popups: readonly PopupView[]; moreCount: number }

const stackOf = (popups: readonly PopupView[], moreCount = 0): Promise<RenderResult<Props>> =>
  render(PopupStack, {
    props: { popups, moreCount, label },
    global: { stubs: { transition: false, 'transition-group': false } },
  })

const field = (element: Element, name: string): string | undefined =>
  element.querySelector(`[data-field="${name}"]`)?.textContent

test('a popup tells who calls whom, how and in which state, as hooks and as text', async () => {
  const { container } = await stackOf([popup()])
  const shown = container.querySelector<HTMLElement>('[data-popup]')!
  expect(hooksOf(shown)).toMatchObject({
    call: 'call-1',
    session: 'session-1',
    state: 'Ringing',
    direction: 'inbound',
  })
  expect(field(shown, 'caller')).toBe('+36 20 555 4•••')
  expect(field(shown, 'callee')).toBe('Ana Ruiz')
  expect(field(shown, 'state')).toBe('Ringing')
  expect(field(shown, 'direction')).toBe('Incoming')
})

test('a popup is updated in place when its Call goes on', async () => {
  const screen = await stackOf([popup()])
  const before = screen.container.querySelector('[data-popup]')!
  await screen.rerender({ popups: [popup({ sessionId: 'session-2', state: 'InCall' })] })
  const after = screen.container.querySelector<HTMLElement>('[data-popup]')!
  expect(after).toBe(before)
  expect(after.dataset['session']).toBe('session-2')
  expect(field(after, 'state')).toBe('Talking')
})

test('closing a popup names its Call', async () => {
  const screen = await stackOf([popup({ callId: 'call-7' })])
  const close = screen.container.querySelector('button')!
  expect(close.getAttribute('aria-label')).toContain('+36 20 555 4•••')
  close.click()
  expect(screen.emitted('dismissed')).toEqual([['call-7']])
})

test('at most four popups are shown, and the others counted', async () => {
  const popups = ['a', 'b', 'c', 'd', 'e'].map((callId) => popup({ callId }))
  const { container } = await stackOf(popups, 2)
  expect(container.querySelectorAll('[data-popup]')).toHaveLength(4)
  expect(container.querySelector('[data-popups-more]')?.textContent.trim()).toBe('+ 3 more')
})

test('a name from outside stays text', async () => {
  const attack = '<img src=x onerror="document.title=1">'
  const { container } = await stackOf([popup({ caller: outside('1', attack) })])
  expect(container.querySelector('img')).toBeNull()
  expect(field(container, 'caller')).toBe(attack)
})
