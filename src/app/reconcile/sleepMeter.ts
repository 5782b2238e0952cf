/** Tells whether the machine, or this page, has stood still. */
export interface SleepMeter {
  /** Whether it did since the last question, which should not be long ago. */
  hasSlept(): boolean
}

export interface SleepMeterOptions {
  /** The machine's time of day, ms: goes on in a sleep, and somebody may set it. */
  readonly dateNow: () => number
  /** ms of a clock that nobody sets: on some machines it stands still in a sleep. */
  readonly steadyNow: () => number
}

/** The one clock went on while the other stood still, ms. Also when somebody sets the time of day: that is rare. */
const skewMs = 5_000
/** Both went on while nothing ran here, ms. A page that nobody sees runs once a minute only. */
const stillMs = 90_000

/** A meter that is asked about once a second. */
export function createSleepMeter({ dateNow, steadyNow }: SleepMeterOptions): SleepMeter {
  let date = dateNow()
  let steady = steadyNow()
  return {
    hasSlept() {
      const passed = steadyNow() - steady
      const skew = dateNow() - date - passed
      steady += passed
      date += passed + skew
      return skew > skewMs || passed > stillMs
    },
  }
}

/** A meter on the clocks of this page. */
export function pageSleepMeter(): SleepMeter {
  return createSleepMeter({ dateNow: () => Date.now(), steadyNow: () => performance.now() })
}
