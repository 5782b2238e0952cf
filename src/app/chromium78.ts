type PrototypeReader = Pick<ObjectConstructor, 'getPrototypeOf'>

/**
 * Lets chart.js run where the engine wrongly refuses a proxy whose prototype is null, as the V8 of Chromium 78 does.
 * Changes nothing in an engine that is right. Call it before any chart is made.
 */
export function installPrototypeShim(host: PrototypeReader = Object): void {
  const read = host.getPrototypeOf.bind(host)
  if (canReadNull(read)) return
  host.getPrototypeOf = (target: unknown): unknown => {
    try {
      return read(target)
    } catch (error) {
      if (target === null || target === undefined || !(error instanceof TypeError)) throw error
      return null
    }
  }
}

function canReadNull(read: (target: unknown) => unknown): boolean {
  try {
    return read(new Proxy({}, { getPrototypeOf: () => null })) === null
  } catch {
    return false
  }
}
