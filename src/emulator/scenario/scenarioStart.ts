import { createZone } from '../../domain/zone.ts'

const dayMs = 86_400_000

/**
 * The instant, epoch ms, at which clocks in `timeZone` show `text`. Of a time that comes twice the first, of one that
 * is left out the first after the gap; a time with an offset is exact.
 */
export function startOf(text: string, timeZone: string): number {
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Date.parse(text)
  const zone = createZone(timeZone)
  const local = Date.parse(`${text}Z`)
  const candidates = [local - zone.offsetAt(local - dayMs), local - zone.offsetAt(local + dayMs)]
  const exact = candidates.filter((at) => at + zone.offsetAt(at) === local)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)
}
