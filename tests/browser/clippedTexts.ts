/** Texts that may be cut with an ellipsis: what people, queues and sites are called. */
const names =
  '[data-may-shorten], .name, .party, [data-field="caller"], [data-field="callee"], td.caller, td.queue, .place, .visually-hidden'

/** Boxes that cut nothing, so as to be painted faster, but that no text may leave. */
const bounds = '[data-tile], [data-tile] .state, [data-tile] .name'

/** What of the texts inside `root` cannot be read: cut at the edge of a box, or outside of the screen. */
export function clippedTexts(root: HTMLElement): readonly string[] {
  const clipped: string[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const text = walker.currentNode
    const element = text.parentElement
    if (element === null || text.textContent?.trim() === '' || mayBeCut(element)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect()
    if (box.width > 0 && (hasEllipsis(element) || !isInside(box, element)))
      clipped.push(text.textContent?.trim() ?? '')
  }
  return clipped
}

function mayBeCut(element: Element): boolean {
  const cut = element.closest(names)
  return cut !== null && element.closest('.state') === null
}

function hasEllipsis(element: Element): boolean {
  const isCut = element.scrollWidth > element.clientWidth + 1
  return isCut && getComputedStyle(element).textOverflow === 'ellipsis'
}

function isInside(box: DOMRect, element: Element): boolean {
  const middle = (box.top + box.bottom) / 2
  const screen = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }
  return [screen, ...clippingBoxes(element)].every(
    ({ left, top, right, bottom }) =>
      box.left >= left - 1 && box.right <= right + 1 && middle >= top && middle <= bottom,
  )
}

function clippingBoxes(element: Element | null): readonly DOMRect[] {
  if (element === null) return []
  const outer = clippingBoxes(element.parentElement)
  const clips = element.matches(bounds) || getComputedStyle(element).overflowX !== 'visible'
  return clips ? [element.getBoundingClientRect(), ...outer] : outer
}
