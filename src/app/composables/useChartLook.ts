import type { ComputedRef } from 'vue'
import { computed, onScopeDispose, shallowRef, triggerRef } from 'vue'
import { useRem } from './useRem.ts'

/** What of a chart depends on theme and screen. Sizes in px. */
export interface ChartLook {
  readonly textSize: number
  readonly text: string
  readonly textStrong: string
  readonly line: string
  readonly answered: string
  readonly answeredOpen: string
  readonly abandoned: string
  readonly abandonedOpen: string
  readonly other: string
  readonly otherOpen: string
  readonly level: string
  readonly gap: string
  readonly font: string
}

/** The look of charts on this page, anew when the screen changes its size or its theme, or the typeface arrives. */
export function useChartLook(): ComputedRef<ChartLook> {
  const rem = useRem()
  /** A canvas does not redraw by itself when its typeface arrives. */
  const hasFonts = shallowRef(false)
  void document.fonts.load(`1em ${bodyFont()}`).then(() => {
    hasFonts.value = true
  })
  const root = document.documentElement
  /** Always of the present, but it tells nobody. */
  const style = shallowRef(getComputedStyle(root))
  const themes = new MutationObserver(() => triggerRef(style))
  themes.observe(root, { attributeFilter: ['data-theme'] })
  onScopeDispose(() => themes.disconnect())
  return computed(() => readLook(style.value, rem.value, hasFonts.value))
}

function bodyFont(): string {
  return getComputedStyle(document.body).fontFamily
}

function readLook(style: CSSStyleDeclaration, remSize: number, canUseFonts: boolean): ChartLook {
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  return {
    textSize: 1.5 * remSize,
    text: colour('--text-quiet'),
    textStrong: colour('--text'),
    line: colour('--line'),
    answered: colour('--chart-answered'),
    answeredOpen: colour('--chart-answered-open'),
    abandoned: colour('--chart-abandoned'),
    abandonedOpen: colour('--chart-abandoned-open'),
    other: colour('--chart-other'),
    otherOpen: colour('--chart-other-open'),
    level: colour('--chart-level'),
    gap: colour('--chart-gap'),
    font: canUseFonts ? bodyFont() : 'sans-serif',
  }
}
