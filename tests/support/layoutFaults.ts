/** What must not be covered by its like, nor lie outside the screen. */
const boxes =
  '[data-tile], [data-popup]:not([class*="-active"]), [data-queue], .card[data-figure], [data-chart], .panel, header, footer, [data-team]'

export interface LayoutRules {
  /** Least font size of anything that is read, px. */
  readonly leastLetter: number
  /** CSS selector of the only elements that may cut a text that is too long for them. */
  readonly mayShorten: string
  /** CSS selector of the boxes that may neither overlap nor leave the screen. */
  readonly boxes: string
}

/** The rules for a screen `height` px high: 24 px at 1080p, and as much more or less as the screen is larger or smaller. */
export function layoutRules(height: number): LayoutRules {
  return { leastLetter: (24 * height) / 1080, mayShorten: '[data-may-shorten]', boxes }
}

/**
 * What is wrong with the layout of this page, one line each: text clipped, overlapping, wider than its column, too small
 * or outside the screen, boxes overlapping or outside, scroll bars. Runs inside the page, so it uses nothing from
 * outside itself, and only words that Chromium 78 understands.
 */
export function layoutFaults(rules: LayoutRules): string[] {
  interface Text {
    readonly element: Element
    readonly rect: DOMRect
    readonly content: string
    readonly isDialog: boolean
  }
  const slack = 1
  const screen = document.documentElement
  /** The first of each kind, and how many there are. */
  const faults = new Map<string, { first: string; count: number }>()

  const report = (kind: string, first: string): void => {
    const found = faults.get(kind)
    if (found === undefined) faults.set(kind, { first, count: 1 })
    else found.count++
  }
  const nameOf = (element: Element): string => {
    const classes = Array.from(element.classList).join('.')
    const hooks = Array.from(element.attributes)
      .filter(({ name }) => /^data-(?!v-)/.test(name))
      .slice(0, 2)
      .map(({ name, value }) => `[${name}=${value}]`)
    return `${element.tagName.toLowerCase()}${classes === '' ? '' : `.${classes}`}${hooks.join('')}`
  }
  const ancestors = (element: Element): Element[] => {
    const found: Element[] = []
    for (let at: Element | null = element; at !== null; at = at.parentElement) found.push(at)
    return found
  }
  const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible'
  const isUnseen = (element: Element): boolean =>
    getComputedStyle(element).visibility === 'hidden' ||
    ancestors(element).some(
      (at) =>
        at.tagName === 'NOSCRIPT' ||
        getComputedStyle(at).opacity === '0' ||
        (clips(at) && at.clientWidth <= 1 && at.clientHeight <= 1),
    )
  const isOutside = ({ left, top, right, bottom }: DOMRect): boolean =>
    left < -slack ||
    top < -slack ||
    right > screen.clientWidth + slack ||
    bottom > screen.clientHeight + slack
  const isWider = (text: DOMRect, room: DOMRect): boolean =>
    text.left < room.left - slack || text.right > room.right + slack
  /** The middle of a line: where its letters are. */
  const letters = ({ x, y, width, height }: DOMRect): DOMRect =>
    new DOMRect(x, y + height * 0.2, width, height * 0.6)
  const overlap = (one: DOMRect | undefined, other: DOMRect | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2

  /** What of a rectangle inside `element` is not cut off by the boxes around it. */
  function visiblePart(element: Element, whole: DOMRect): DOMRect {
    let { left, top, right, bottom } = whole
    for (const at of ancestors(element).filter(clips)) {
      const room = at.getBoundingClientRect()
      left = Math.max(left, room.left)
      top = Math.max(top, room.top)
      right = Math.min(right, room.right)
      bottom = Math.min(bottom, room.bottom)
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
  }

  function textsOf(): Text[] {
    const found: Text[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const content = (node.textContent || '').trim()
      if (element === null || content === '' || isUnseen(element)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const isDialog = element.closest('[role="dialog"]') !== null
      for (const rect of Array.from(range.getClientRects())) {
        if (rect.width > 0 && rect.height > 0) found.push({ element, rect, content, isDialog })
      }
    }
    return found
  }

  function isBeyondColumn(element: Element, text: DOMRect): boolean {
    const cell = element.closest('td, th')
    if (cell === null) return false
    return isWider(text, cell.getBoundingClientRect())
  }

  function checkText({ element, rect, content }: Text): void {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const what = `${nameOf(element)} “${content.slice(0, 40)}”`
    if (size < rules.leastLetter - 0.05) {
      report(`small ${nameOf(element)}`, `too small, ${size.toFixed(1)} px: ${what}`)
    }
    if (element.closest(rules.mayShorten) !== null) return
    const seen = letters(rect)
    if (isOutside(seen)) report(`outside ${nameOf(element)}`, `text outside the screen: ${what}`)
    if (isBeyondColumn(element, seen)) {
      report(`beyond ${nameOf(element)}`, `wider than its column: ${what}`)
    }
    for (const at of ancestors(element)) {
      if (!clips(at)) continue
      const room = at.getBoundingClientRect()
      const isCut =
        isWider(seen, room) || seen.top < room.top - slack || seen.bottom > room.bottom + slack
      if (isCut || (at === element && at.scrollWidth > at.clientWidth + slack)) {
        report(`clipped ${nameOf(element)}`, `clipped by ${nameOf(at)}: ${what}`)
        return
      }
    }
  }

  function checkOverlaps(texts: readonly Text[]): void {
    const parts = texts.map(({ element, rect }) => visiblePart(element, letters(rect)))
    texts.forEach((one, index) => {
      for (let next = index + 1; next < texts.length; next++) {
        const other = texts[next]
        if (other === undefined || one.isDialog !== other.isDialog) continue
        if (one.element !== other.element && overlap(parts[index], parts[next])) {
          const pair = `${nameOf(one.element)} “${one.content}” and “${other.content}”`
          report(`over ${nameOf(one.element)}`, `text over text: ${pair}`)
        }
      }
    })
  }

  function checkBoxes(): void {
    const seen = Array.from(document.querySelectorAll(rules.boxes)).filter((box) => !isUnseen(box))
    seen.forEach((one, index) => {
      const rect = one.getBoundingClientRect()
      if (isOutside(rect)) report('box outside', `box outside the screen: ${nameOf(one)}`)
      for (const other of seen.slice(index + 1)) {
        if (one.contains(other) || other.contains(one)) continue
        if (overlap(rect, other.getBoundingClientRect())) {
          report('box over', `box over box: ${nameOf(one)} and ${nameOf(other)}`)
        }
      }
    })
  }

  function checkScrolling(): void {
    for (const element of [screen, ...Array.from(document.body.querySelectorAll('*'))]) {
      const { overflowX, overflowY } = getComputedStyle(element)
      const isScreen = element === screen
      const canScroll = /auto|scroll/
      const wide =
        element.scrollWidth > element.clientWidth && (isScreen || canScroll.test(overflowX))
      const high =
        element.scrollHeight > element.clientHeight && (isScreen || canScroll.test(overflowY))
      if (wide || high) report('scroll', `scroll bar: ${nameOf(element)}`)
    }
  }

  const texts = textsOf()
  texts.forEach(checkText)
  checkOverlaps(texts)
  checkBoxes()
  checkScrolling()
  return Array.from(faults.values()).map(({ first, count }) =>
    count === 1 ? first : `${first}, and ${count - 1} more like it`,
  )
}
