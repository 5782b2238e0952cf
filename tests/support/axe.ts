import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import type { Page } from 'playwright'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeWindow {
  readonly axe: typeof Axe
}

/** Makes axe known to a page, with a contrast of seven to one asked of texts of any size. */
export async function installAxe(page: Page): Promise<void> {
  await page.evaluate(script)
  await page.evaluate(() => {
    const contrastRatio = { normal: { expected: 7 }, large: { expected: 7 } }
    const check = { id: 'color-contrast-enhanced', options: { contrastRatio } }
    const { axe } = window as unknown as AxeWindow
    axe.configure({ checks: [check] })
  })
}

/** What axe finds wrong with a page that it is installed in, one line for each element; its time has to run. */
export async function axeViolations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // What comes in moving is judged where it comes to rest.
    for (const animation of document.getAnimations()) {
      const { endTime } = animation.effect?.getComputedTiming() ?? {}
      if (Number(endTime) < Infinity) await animation.finished.catch(() => undefined)
    }
    const { run } = (window as unknown as AxeWindow).axe
    const { violations } = await run(document, {
      rules: { 'color-contrast-enhanced': { enabled: true } },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    )
  })
}
