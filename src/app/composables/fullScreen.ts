/** Fills the screen with the page, or gives it back. A browser that refuses leaves things as they are. */
export async function toggleFullScreen(page: Document): Promise<void> {
  try {
    if (page.fullscreenElement === null) await page.documentElement.requestFullscreen()
    else await page.exitFullscreen()
  } catch (refusal) {
    // The only remedy is the browser's own key, which the card names.
    if (!(refusal instanceof TypeError)) throw refusal
  }
}
