import type { LocationQuery } from 'vue-router'
import type { Mask, Place } from '../contract/mask.ts'
import type { IntervalMinutes } from '../domain/figures.ts'
import { languages } from './locales/languages.ts'
import type { Language } from './locales/languages.ts'

/** How the wall is coloured; `tokens.css` holds each. */
export type Theme = 'dark' | 'light' | 'contrast'

/** What the URL asks of a wall, DESIGN 4.1. An unknown word asks for nothing. */
export interface Preferences {
  readonly theme: Theme
  readonly language: Language | undefined
  readonly mask: Mask | undefined
  readonly place: Place | undefined
  readonly hasPopups: boolean
  /** Alerts are to be heard. */
  readonly hasSound: boolean
  /** Length of a chart's interval. */
  readonly intervalMinutes: IntervalMinutes
}

const themes: readonly Theme[] = ['dark', 'light', 'contrast']
const masks: readonly Mask[] = ['none', 'last3', 'all']
const places: readonly Place[] = ['floor', 'lobby', 'supervisor']

const intervals: readonly IntervalMinutes[] = [15, 30, 60]

export function readPreferences(query: LocationQuery): Preferences {
  return {
    theme: themes.find((theme) => theme === query['theme']) ?? 'dark',
    language: languages.find((language) => language === query['lang']),
    mask: masks.find((mask) => mask === query['mask']),
    place: places.find((place) => place === query['place']),
    hasPopups: query['popups'] !== 'off',
    hasSound: query['sound'] === 'on',
    intervalMinutes: intervals.find((minutes) => String(minutes) === query['interval']) ?? 30,
  }
}
