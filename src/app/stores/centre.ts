import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { settingsOf } from '../../contract/siteOf.ts'
import type { WallConfig } from '../../contract/wallConfig.ts'
import type { CallRecord } from '../../domain/callRecord.ts'
import { createCentre } from '../../domain/centre.ts'
import type { Centre } from '../../domain/centre.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Comeback } from '../../domain/comeback.ts'
import type { CentreEvent } from '../../domain/sessionEvent.ts'
import type { CentreSettings, TeamSettings } from '../../domain/settings.ts'
import type { ConnectionState, PbxClient, WebClient } from '../../pbx/client.ts'
import { systemTimers } from '../../pbx/timers.ts'
import type { ConnectionView, TokenProblem } from '../components/views.ts'
import { createPublisher } from '../publisher.ts'
import { keepComeback } from '../reconcile/keepComeback.ts'
import type { SleepMeter } from '../reconcile/sleepMeter.ts'
import { nextConnection } from './connectionView.ts'
import { withClient } from './otherWalls.ts'
import type { OtherWall } from './otherWalls.ts'
import { createPresentCentre } from './presentCentre.ts'
import type { BuildCentre, PresentCentre } from './presentCentre.ts'
import { teamReadings } from './teamReadings.ts'

export type UnknownWords = ReturnType<PbxClient['unknownWords']>

/** Connects to the PBX and tells what happens there, until the function that it returns is called. */
export type Connect = (told: {
  /** `tokenProblem`: why there were no credentials. */
  readonly onState: (
    state: ConnectionState,
    isLive: boolean,
    tokenProblem: TokenProblem | undefined,
  ) => void
  readonly onEvent: (event: CentreEvent) => void
  readonly onClient: (client: WebClient) => void
  /** How many words of the PBX nobody knew so far, and the last few of them. */
  readonly onUnknownWords: (words: UnknownWords) => void
}) => () => void

export interface CentreStart {
  readonly config: WallConfig
  readonly clock: Clock
  readonly scriptUrl: string
  readonly connect: Connect
  /** Asked before anything is published; nobody else asks it. */
  readonly sleep: SleepMeter
  /** The machine or the page has stood still; the wall is not live any more. */
  readonly onWake: () => void
}

/** The centre as of one moment: a new object for every publication, so that readings of it are made anew. */
export interface Publication {
  readonly centre: Centre
}

/** Figures follow each event at once, but under load only as often as somebody can read them. */
const seldom = { share: 0.1, longestPauseMs: 500, creditMs: 500 }

interface Published {
  readonly centre: Centre
  readonly version: number
}

/** What has begun and not ended. */
interface Wall {
  readonly present: PresentCentre
  readonly tell: (event: CentreEvent) => void
}

/** The wall's only writer of call-centre state: events go in, and readings of one moment come out. */
export const useCentre = defineStore('centre', () => {
  const publication = shallowRef<Publication>()
  /** The same, less often where it is dear: for what has to be counted anew as a whole, figures, lists and charts. */
  const reading = shallowRef<Publication>()
  const settings = shallowRef<CentreSettings>()
  const connection = shallowRef<ConnectionView>({
    state: 'connecting',
    isLive: false,
    since: undefined,
    scriptUrl: '',
  })
  /** When what the wall shows was last the present, epoch ms, once it is no longer; `undefined` before the first time. */
  const liveUntil = shallowRef<number>()
  /** The same of a wall that is live: not told at every publication, since nobody sees it. */
  let liveAt: number | undefined
  /** Until when the wall has missed nothing for sure, epoch ms; `undefined` where nothing checks it. */
  const certainUntil = shallowRef<number>()
  /** The other walls of this PBX that are online, by their number there. */
  const walls = shallowRef<ReadonlyMap<string, OtherWall>>(new Map())
  const unknownWords = shallowRef<UnknownWords>({ count: 0, examples: [] })
  /** Epoch ms of site time, once a second. */
  const now = shallowRef(0)
  /** Teams that are not in the config: an ad-hoc wall's. */
  const adHoc = new Map<string, TeamSettings>()
  /** What became of the last time without a connection; `undefined` when there was none, or it is long ago. */
  const comeback = shallowRef<Comeback>()
  /** The settings that the next centre shall have, where they are not those of the present one. */
  const wanted = shallowRef<CentreSettings>()
  let wall: Wall | undefined

  const comebacks = keepComeback(systemTimers, (next) => {
    comeback.value = next
  })

  /**
   * Says why the wall is about to give up a connection that the PBX did not end. What came after `since`, epoch ms, was
   * not seen for sure.
   */
  const doubt = (setback: 'silent' | 'slept', since = liveAt): void => {
    if (!connection.value.isLive) return
    connection.value = { ...connection.value, isLive: false, setback }
    liveUntil.value = since
    wall?.tell({ type: 'lost', at: since ?? wall.present.clock.now() })
  }

  const start = (options: CentreStart): (() => void) => {
    const { config, clock, scriptUrl, connect } = options
    const known = settingsOf(config)
    const present = createPresentCentre(createCentre(known, clock.now()), clock)
    const tell = (event: CentreEvent): void => {
      comebacks.before(event, present.current())
      present.tell(event)
      comebacks.after(event, present.current())
      publisher.ask()
    }
    wall = { present, tell }
    settings.value = known
    wanted.value = undefined
    now.value = clock.now()
    let published: Published | undefined

    /** The first frame after a sleep must not call live what was there before. */
    const noticeSleep = (): void => {
      if (!options.sleep.hasSlept()) return
      doubt('slept')
      options.onWake()
    }
    const publish = (): void => {
      noticeSleep()
      const centre = present.current()
      if (connection.value.isLive) liveAt = clock.now()
      if (published?.centre !== centre || published.version !== centre.version) {
        published = { centre, version: centre.version }
        publication.value = { centre }
      }
      if (reading.value !== publication.value) reader.join()
    }
    const read = (): void => {
      reading.value = publication.value
    }
    for (const team of adHoc.values()) present.current().watch(team)
    const publisher = createPublisher(document, publish)
    const reader = createPublisher(document, read, seldom, { leader: publisher })
    publish()
    read()
    const ticking = setInterval(() => {
      noticeSleep()
      present.current().advance(clock.now())
      now.value = clock.now()
      publisher.ask()
    }, 1000)
    const disconnect = connect({
      onState(state, isLive, tokenProblem) {
        if (connection.value.isLive) liveUntil.value = clock.now()
        if (state !== 'granted') walls.value = new Map()
        const told = { state, isLive, tokenProblem }
        connection.value = nextConnection({ ...connection.value, scriptUrl }, told, clock.now())
        // In the same frame as the connection, so that nothing called live still shows what was before.
        publish()
        read()
      },
      onEvent: tell,
      onClient: (client) => {
        walls.value = withClient(walls.value, client, clock.now())
      },
      onUnknownWords: (words) => {
        unknownWords.value = words
      },
    })
    return () => {
      disconnect()
      present.end()
      wall = undefined
      comebacks.stop()
      clearInterval(ticking)
      publisher.stop()
      reader.stop()
    }
  }

  /**
   * Puts another centre in the place of the present one. `build` makes it and may take its time; what happens meanwhile
   * is told to the new one too. Does nothing when the wall has begun anew meanwhile.
   */
  const replace = async (next: CentreSettings, build: BuildCentre): Promise<void> => {
    const centre = await wall?.present.replace(build, [...adHoc.values()])
    if (centre === undefined) return
    settings.value = next
    if (wanted.value === next) wanted.value = undefined
    // One may have come while the centre was made.
    for (const team of adHoc.values()) centre.watch(team)
    publication.value = { centre }
    reading.value = publication.value
  }

  /** The config has changed: a centre for it takes the place of the present one as soon as it is made. */
  const reconfigure = (config: WallConfig): void => {
    const next = settingsOf(config)
    const before = wanted.value ?? settings.value
    if (JSON.stringify(next) !== JSON.stringify(before)) wanted.value = next
  }

  /** Makes a team known that is not in the config. */
  const watchTeam = (team: TeamSettings): void => {
    adHoc.set(team.id, team)
    wall?.present.current().watch(team)
  }

  const { teams, agentsOf, nameOfScope } = teamReadings(reading, settings)

  return {
    ...{ publication, reading, settings, connection, liveUntil, now, teams, walls, unknownWords },
    ...{
      certainUntil,
      comeback,
      wanted,
      start,
      replace,
      reconfigure,
      watchTeam,
      agentsOf,
      nameOfScope,
    },
    doubt,
    /** Tells what was found out of the call centre, besides what the PBX tells. */
    tell: (event: CentreEvent): void => wall?.tell(event),
    /** More is known of the day. */
    recount: (records: readonly CallRecord[]): void => comebacks.recount(records),
    /** The centre as it is now, between two publications; `undefined` before the wall has begun. */
    present: (): Centre | undefined => wall?.present.current(),
  }
})
