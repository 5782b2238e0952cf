import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-vue'
import { defineComponent, h, shallowRef } from 'vue'
import { useLanguage } from '@/app/composables/useLanguage.ts'
import type { Language } from '@/app/locales/languages.ts'
import { messages, setLanguage } from '@/app/locales/messages.ts'

const root = document.documentElement

afterEach(async () => {
  await setLanguage('en')
  root.removeAttribute('dir')
})

test('the page tells its language and from which side it is read, as long as they are wanted', async () => {
  const wanted = shallowRef<Language>('ar')
  const failed = vi.fn()
  const wall = defineComponent(() => {
    useLanguage(() => wanted.value, failed)
    return () => h('p', messages.states.talking)
  })
  const screen = await render(wall)
  await expect.poll(() => [root.lang, root.dir]).toEqual(['ar', 'rtl'])
  await expect.element(screen.getByText('في مكالمة')).toBeVisible()
  wanted.value = 'hu'
  await expect.poll(() => [root.lang, root.dir]).toEqual(['hu', 'ltr'])
  await expect.element(screen.getByText('Beszél')).toBeVisible()
  expect(failed).not.toHaveBeenCalled()
})
