import { expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-vue'
import { createApp } from 'vue'
import AccessCard from '@/app/components/AccessCard.vue'
import type { AccessView } from '@/app/components/accessView.ts'
import { languages } from '@/app/locales/languages.ts'
import { setLanguage } from '@/app/locales/messages.ts'
import '@/app/styles/base.css'

const address = 'http://192.0.2.20:8080/team/support'
/** With the cursor in the field; the renderer of tests moves the card about and takes it out again. */
async function show(view: AccessView = { state: 'asking' }) {
  const screen = await render(AccessCard, { props: { view, address } })
  fieldElement().focus()
  return screen
}

const field = () => page.getByLabelText('Access key', { exact: true })
const fieldElement = (): HTMLInputElement => document.querySelector('#access-key')!

test('the key can be typed at once', () => {
  const root = document.body.appendChild(document.createElement('div'))
  const app = createApp(AccessCard, { view: { state: 'asking' }, address })
  onTestFinished(() => {
    app.unmount()
    root.remove()
  })
  app.mount(root)
  expect(document.activeElement).toBe(fieldElement())
})

test('Enter hands the key over, less blanks around it', async () => {
  const screen = await show()
  await userEvent.keyboard(' geheim {Enter}')
  expect(screen.emitted('entered')).toEqual([['geheim']])
})

test('nothing is handed over while nothing is typed', async () => {
  const screen = await show()
  await userEvent.keyboard('{Enter}  {Enter}')
  await userEvent.click(page.getByRole('button'))
  expect(screen.emitted('entered')).toBeUndefined()
})

test('what is typed is hidden until somebody wants to see it', async () => {
  await show()
  expect(fieldElement().type).toBe('password')
  await userEvent.click(page.getByLabelText('Show what I type'))
  expect(fieldElement().type).toBe('text')
})

test('a remote with arrows alone reaches everything: key, switch, button and round again', async () => {
  const screen = await show()
  await userEvent.keyboard('abc{ArrowDown} {ArrowDown}')
  expect(fieldElement().type).toBe('text')
  expect(document.activeElement).toBe(screen.container.querySelector('button'))
  await userEvent.keyboard('{Enter}{ArrowDown}')
  expect(screen.emitted('entered')).toEqual([['abc']])
  expect(document.activeElement).toBe(fieldElement())
  await userEvent.keyboard('{ArrowUp}{ArrowUp} ')
  expect(fieldElement().type).toBe('password')
})

test('a wrong key is told, and the next one replaces it without a click', async () => {
  const screen = await show()
  await userEvent.keyboard('wrong{Enter}{ArrowUp}')
  await screen.rerender({ view: { state: 'wrong' } })
  await expect.element(page.getByRole('status')).toHaveTextContent('That is not the key')
  await expect.element(field()).toHaveAttribute('aria-invalid', 'true')
  await expect.element(field()).toHaveFocus()
  await userEvent.keyboard('right{Enter}')
  expect(screen.emitted('entered')).toEqual([['wrong'], ['right']])
})

test.each([
  [{ state: 'asking' }, 'only to screens that know the key'],
  [{ state: 'trying' }, 'being checked'],
  [{ state: 'slowDown', seconds: 12 }, 'checked in 12 s'],
  [{ state: 'unreachable' }, 'server does not answer'],
] as const)('%j says “%s”', async (view, words) => {
  await show(view)
  expect(document.querySelector('[role="status"]')?.textContent).toContain(words)
})

test('the link that spares the typing is the one of this wall', async () => {
  const { container } = await show()
  expect(container.querySelector('code')?.textContent).toBe(`${address}#key=…`)
})

test('a hint of the key is nowhere but in its field', async () => {
  const screen = await show()
  await userEvent.keyboard('geheim{Enter}')
  expect(screen.container.innerHTML).not.toContain('geheim')
})

test.each(
  languages.flatMap((language) =>
    [
      [1366, 768],
      [1280, 720],
      [1920, 1080],
      [1080, 1920],
    ].map(([width, height]) => ({ language, width: width!, height: height! })),
  ),
)('in $language at $width x $height it is on the screen as a whole and large', async (screen) => {
  await page.viewport(screen.width, screen.height)
  await setLanguage(screen.language)
  document.documentElement.dir = screen.language === 'ar' ? 'rtl' : 'ltr'
  const { container } = await show({ state: 'unreachable' })
  const { top, bottom, left, right } = container.querySelector('form')!.getBoundingClientRect()
  expect(Math.min(top, left)).toBeGreaterThanOrEqual(0)
  expect(bottom).toBeLessThanOrEqual(screen.height)
  expect(right).toBeLessThanOrEqual(screen.width)
  const sizeOf = (selector: string): number =>
    parseFloat(getComputedStyle(container.querySelector(selector)!).fontSize)
  const [wide, high] = [screen.width, screen.height].sort((a, b) => b - a) as [number, number]
  const unit = Math.min(wide / 120, high / 67.5)
  expect(sizeOf('h1') / unit).toBeCloseTo(3)
  expect(sizeOf('input') / unit).toBeCloseTo(2.5)
  expect(sizeOf('[role="status"]') / unit).toBeCloseTo(2)
  expect(sizeOf('code') / unit).toBeCloseTo(1.5)
  await setLanguage('en')
  document.documentElement.dir = 'ltr'
})
