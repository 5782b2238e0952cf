import { pick, type Random } from '../random.ts'
import type { OutsideCaller } from '../stories/stage.ts'

/** Ranges that are kept free for fiction, or that no network uses. */
const ranges = [
  { prefix: '+361555', digits: 4 },
  { prefix: '+1212555010', digits: 1 },
  { prefix: '+1212555011', digits: 1 },
  { prefix: '+442079460', digits: 3 },
  { prefix: '+447700900', digits: 3 },
  { prefix: '+3319900', digits: 4 },
] as const

const names = [
  'Orsolya Varga',
  'D. Marsh',
  'Benedikt Rauch',
  'Ferme du Tilleul',
  'Ilona P.',
  'Harbour Print Ltd',
  'Samira Haddad',
  'Kis és Társa Kft.',
  'Eleni Markou',
  'Reception Hotel Aurora',
] as const

/** The number that a caller shows who hides his own. */
export const withheldNumber = 'anonymous'

const shareWithheld = 0.04
const shareNamed = 0.2

/** An outside number that belongs to nobody. */
export function drawNumber(random: Random): string {
  const range = pick(random, ranges)
  const rest = String(Math.floor(random() * 10 ** range.digits)).padStart(range.digits, '0')
  return range.prefix + rest
}

/** Somebody who calls from outside: few withhold their number, some are known by name. */
export function drawCaller(random: Random): OutsideCaller {
  const [number, dice, name] = [drawNumber(random), random(), pick(random, names)]
  if (dice < shareWithheld) return { number: withheldNumber, name: '' }
  return { number, name: dice < shareWithheld + shareNamed ? name : '' }
}
