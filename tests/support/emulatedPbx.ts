import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { SteppedClock } from '@/emulator/clock.ts'
import { steppedClock } from '@/emulator/clock.ts'
import type { Emulator, EmulatorOptions } from '@/emulator/emulator.ts'
import { startEmulator } from '@/emulator/emulator.ts'
import { createExchange } from '@/emulator/exchange.ts'
import { seededRandom } from '@/emulator/random.ts'
import type { Exchange, PbxExtension } from '@/emulator/types.ts'

/** 09:30 in Budapest. */
export const morning = Date.parse('2026-11-21T08:30:00Z')

/** Built by `vite build --mode webphone`. */
export const builtWebphone = fileURLToPath(
  new URL('../../dist/webphone/WebphoneAPI.js', import.meta.url),
)

const extensions: readonly PbxExtension[] = [
  { id: '1001', name: 'Ana Ruiz', type: 'SIP' },
  { id: '1002', name: 'Bo Lind', type: 'SIP' },
  { id: '1500', name: '', type: 'Webphone' },
  { id: '5000', name: 'Support', type: 'Queue' },
  { id: 'Line1', name: 'City line', type: 'OutsideLine' },
]

/** What an emulator shows to the world, and what outlives it. */
export interface Site {
  readonly exchange: Exchange
  readonly clock: SteppedClock
}

/** An exchange whose time stands still at `morning` until it is stepped. */
export function siteAt(start = morning): Site {
  const clock = steppedClock(start)
  return { clock, exchange: createExchange({ clock, extensions, random: seededRandom(1) }) }
}

export type EmulatedPbx = Emulator & { readonly clock: SteppedClock }

/** An emulator on free ports, in Budapest, without traffic; stopped when the test has finished. */
export async function emulatedPbx(
  options: Partial<EmulatorOptions> = {},
  { clock, exchange }: Site = siteAt(),
): Promise<EmulatedPbx> {
  const emulator = await startEmulator({
    exchange,
    timeZone: 'Europe/Budapest',
    random: seededRandom(2),
    // Any text will do where no browser runs it.
    webphoneScriptPath: fileURLToPath(import.meta.url),
    ports: { script: 0, gateway: 0, http: 0 },
    ...options,
  })
  onTestFinished(() => emulator.stop())
  return { ...emulator, clock }
}
