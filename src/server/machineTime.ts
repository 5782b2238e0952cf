import type { Clock } from '../domain/clock.ts'
import { systemTimers } from '../pbx/timers.ts'
import type { Timers } from '../pbx/timers.ts'

/** Timers of the machine and its steady clock, ms since whenever: for intervals on the network, never for site time. */
export type MachineTime = Timers & Clock

export const systemTime: MachineTime = { ...systemTimers, now: () => performance.now() }
