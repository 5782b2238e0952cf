/** 0..1 of the memory that scripts of this page may use, as Chromium tells it; 0 where nothing is told. */
export function memoryShare(page: object): number {
  const { memory } = page as { memory?: { usedJSHeapSize?: unknown; jsHeapSizeLimit?: unknown } }
  const share = Number(memory?.usedJSHeapSize) / Number(memory?.jsHeapSizeLimit)
  return Number.isFinite(share) ? share : 0
}
