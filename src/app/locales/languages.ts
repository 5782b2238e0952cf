import type { WallConfig } from '../../contract/wallConfig.ts'

/** A language that the wall speaks, as the config and `?lang=` write it. */
export type Language = WallConfig['site']['language']

/** Every language of the wall. */
export const languages: readonly Language[] = ['en', 'hu', 'de', 'ar']
