import type { Centre } from '../../domain/centre.ts'
import type { Clock } from '../../domain/clock.ts'
import type { CentreEvent } from '../../domain/sessionEvent.ts'
import type { TeamSettings } from '../../domain/settings.ts'

/**
 * Makes a centre that knows what the present one knows, and more. `adHoc`: teams to watch from the beginning. The
 * present one must be read before anything is waited for.
 */
export type BuildCentre = (
  present: Centre,
  adHoc: readonly TeamSettings[],
  now: number,
) => Promise<Centre>

/** The centre that hears the PBX now. Another one may take its place, and misses nothing of what comes meanwhile. */
export interface PresentCentre {
  /** In epoch ms of site time. */
  readonly clock: Clock
  current(): Centre
  /** Tells the centre, and the one that is being made. */
  tell(event: CentreEvent): void
  /** Resolves to the centre that has taken the place; to `undefined` where a later one was wanted meanwhile, or none any more. */
  replace(build: BuildCentre, adHoc: readonly TeamSettings[]): Promise<Centre | undefined>
  end(): void
}

export function createPresentCentre(first: Centre, clock: Clock): PresentCentre {
  let centre = first
  /** What was told since another centre is being made; `undefined`: none is. */
  let later: CentreEvent[] | undefined
  return {
    clock,
    current: () => centre,
    tell(event) {
      centre.apply(event)
      later?.push(event)
    },
    async replace(build, adHoc) {
      const missed: CentreEvent[] = []
      later = missed
      try {
        const next = await build(centre, adHoc, clock.now())
        if (later !== missed) return undefined
        for (const event of missed) next.apply(event)
        next.advance(clock.now())
        centre = next
        return next
      } finally {
        if (later === missed) later = undefined
      }
    },
    end() {
      later = undefined
    },
  }
}
