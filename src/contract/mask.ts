import type { Config } from './config.ts'

export type Mask = Config['privacy']['mask']
export type Place = Config['privacy']['place']

const strictness: readonly Mask[] = ['none', 'last3', 'all']
const maskOfPlace: Readonly<Record<Place, Mask>> = {
  floor: 'last3',
  lobby: 'all',
  supervisor: 'none',
}

/** What a wall may show of people outside. */
export interface Privacy {
  readonly mask: Mask
  /** Names of callers; hidden in a lobby. */
  readonly showsNames: boolean
}

/**
 * The privacy of one wall: of the config, the place and the mask asked for the strictest wins, except that
 * `place=supervisor` shows everything where the config allows it. DESIGN 4.3.
 */
export function privacyOf(
  config: Config['privacy'],
  asked: { readonly mask?: Mask | undefined; readonly place?: Place | undefined },
): Privacy {
  const isSupervisor = asked.place === 'supervisor' && config.allowSupervisorPlace
  const place = stricterPlace(config.place, isSupervisor ? undefined : asked.place)
  const masks = isSupervisor
    ? [asked.mask ?? 'none']
    : [config.mask, maskOfPlace[place], asked.mask ?? 'none']
  const mask = masks.reduce(stricter)
  return { mask, showsNames: isSupervisor || place !== 'lobby' }
}

function stricter(one: Mask, other: Mask): Mask {
  return strictness.indexOf(one) >= strictness.indexOf(other) ? one : other
}

function stricterPlace(configured: Place, asked: Place | undefined): Place {
  if (asked === undefined) return configured
  return stricter(maskOfPlace[configured], maskOfPlace[asked]) === maskOfPlace[asked]
    ? asked
    : configured
}

/** An outside number as the wall may show it; hidden digits become dots. */
export function maskNumber(number: string, mask: Mask): string {
  switch (mask) {
    case 'none':
      return number
    case 'all':
      return number === '' ? '' : '•••'
    case 'last3':
      return number.length <= 3 ? number.replace(/./g, '•') : `${number.slice(0, -3)}•••`
  }
}
