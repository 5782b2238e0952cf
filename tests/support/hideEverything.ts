import type { Page } from 'playwright'

/** Lets a page paint nothing: what is asked is what it says, and painting takes longest. */
export async function hideEverything(page: Page): Promise<void> {
  await page.addStyleTag({
    content:
      '* { visibility: hidden !important; transition: none !important; animation: none !important }',
  })
}
