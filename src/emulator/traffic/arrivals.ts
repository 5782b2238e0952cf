import { exponential, type Random } from '../random.ts'
import type { Stage } from '../stories/stage.ts'

const hourMs = 60 * 60 * 1000

/** How often something happens. */
export interface Rate {
  /** Times per hour around `when`, epoch ms. */
  perHour(when: number): number
  /** As much as `perHour` ever gives. */
  readonly mostPerHour: number
}

/**
 * Lets `happen` happen at random moments (a Poisson process with a changing rate, by thinning) from now on, until
 * the stage stops.
 */
export function startArrivals(stage: Stage, random: Random, rate: Rate, happen: () => void): void {
  if (!(rate.mostPerHour > 0)) return

  function lookAhead(from: number): void {
    let when = from
    do {
      when += exponential(random, hourMs / rate.mostPerHour)
      // A night without calls is looked through one hour at a time.
      if (when > from + hourMs) {
        stage.at(from + hourMs, () => lookAhead(from + hourMs))
        return
      }
    } while (random() * rate.mostPerHour >= rate.perHour(when))
    const moment = Math.ceil(when)
    stage.at(moment, () => {
      happen()
      lookAhead(moment)
    })
  }

  lookAhead(stage.exchange.clock.now())
}
