import type { Page } from 'playwright'

interface RootElement extends Element {
  readonly __vue_app__: {
    readonly config: {
      readonly globalProperties: { readonly $router: { push(route: string): Promise<unknown> } }
    }
  }
}

/** Takes a wall to another of its addresses without loading it anew: what it has seen stays. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate(async (to) => {
    const root = document.querySelector<RootElement>('#app')
    await root?.__vue_app__.config.globalProperties.$router.push(to)
  }, route)
}
