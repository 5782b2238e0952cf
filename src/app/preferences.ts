import type { LocationQuery } from 'vue-router'
import type { Mask, Place } from '../contract/mask.ts'

/** What the URL asks of a wall, DESIGN 4.1. An unknown word asks for nothing. */
export interface Preferences {
  readonly mask: Mask | undefined
  readonly place: Place | undefined
  readonly hasPopups: boolean
}

const masks: readonly Mask[] = ['none', 'last3', 'all']
const places: readonly Place[] = ['floor', 'lobby', 'supervisor']

export function readPreferences(query: LocationQuery): Preferences {
  return {
    mask: masks.find((mask) => mask === query['mask']),
    place: places.find((place) => place === query['place']),
    hasPopups: query['popups'] !== 'off',
  }
}
