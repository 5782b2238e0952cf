import { readFileSync } from 'node:fs'

export const themes = ['dark', 'light', 'contrast'] as const
export type ThemeName = (typeof themes)[number]

const css = readFileSync(new URL('../../src/app/styles/tokens.css', import.meta.url), 'utf8')

/** The value of a colour token in a theme, as `#rrggbb`; throws for a token that the theme does not set itself. */
export function themeColour(theme: ThemeName, token: string): string {
  const colour = colours[theme].get(token)
  if (colour === undefined) throw new Error(`theme ${theme} has no colour --${token}`)
  return colour
}

/** Names of all colours of a theme, in the order of the file. */
export function colourNames(theme: ThemeName): readonly string[] {
  return [...colours[theme].keys()]
}

const colours: Readonly<Record<ThemeName, ReadonlyMap<string, string>>> = {
  dark: coloursUnder(':root'),
  light: coloursUnder("[data-theme='light']"),
  contrast: coloursUnder("[data-theme='contrast']"),
}

function coloursUnder(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  const found = block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})\b/g)
  return new Map([...found].map(([, name = '', colour = '']) => [name, colour]))
}
