import type { Ref } from 'vue'
import { onMounted, onScopeDispose } from 'vue'

/**
 * Lets the arrows up and down go from one control of a form to the next, in a circle, for as long as the calling
 * component lives: a TV's remote has arrows and no Tab.
 */
export function useArrowFocus(form: Readonly<Ref<HTMLElement | null>>): void {
  let element: HTMLElement | undefined
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (element === undefined || step === undefined) return
    event.preventDefault()
    const controls = [...element.querySelectorAll<HTMLElement>('input, button')]
    const place = controls.findIndex((control) => control === document.activeElement)
    controls[(place + step + controls.length) % controls.length]?.focus()
  }
  onMounted(() => {
    element = form.value ?? undefined
    element?.addEventListener('keydown', onKeyDown)
  })
  onScopeDispose(() => element?.removeEventListener('keydown', onKeyDown))
}
