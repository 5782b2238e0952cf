import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { settingsOf } from '../../contract/siteOf.ts'
import type { WallConfig } from '../../contract/wallConfig.ts'
import type { AgentStatus } from '../../domain/agentState.ts'
import type { CallRecord } from '../../domain/callRecord.ts'
import { createCentre } from '../../domain/centre.ts'
import type { Centre } from '../../domain/centre.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Comeback } from '../../domain/comeback.ts'
import type { CentreEvent } from '../../domain/sessionEvent.ts'
import type { CentreSettings, TeamSettings } from '../../domain/settings.ts'
import { everyTeamScope, teamScope } from '../../domain/visit.ts'
import type { ConnectionState, PbxClient, WebClient } from '../../pbx/client.ts'
import { systemTimers } from '../../pbx/timers.ts'
import type { ConnectionView, TokenProblem } from '../components/views.ts'
import { messages } from '../locales/messages.ts'
import { createPublisher } from '../publisher.ts'
import { keepComeback } from '../reconcile/keepComeback.ts'
import type { SleepMeter } from '../reconcile/sleepMeter.ts'
import { withClient } from './otherWalls.ts'
import type { OtherWall } from './otherWalls.ts'

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

/** Why the wall is not live: what ended the last try stays until the next one is over. */
function whyNot(
  state: ConnectionState,
  isLive: boolean,
  tokenProblem: TokenProblem | undefined,
  before: ConnectionView,
): Pick<ConnectionView, 'setback' | 'tokenProblem'> {
  if (isLive) return {}
  const isTrying = state === 'connecting' || state === 'granted'
  return isTrying
    ? { setback: before.setback, tokenProblem: tokenProblem ?? before.tokenProblem }
    : { setback: state, tokenProblem }
}

/** The centre that hears the PBX now, and what it was told since another one is being made; `undefined`: none is. */
interface Present {
  centre: Centre
  readonly clock: Clock
  later: CentreEvent[] | undefined
  /** Tells both of them. */
  readonly tell: (event: CentreEvent) => void
}

/**
 * Makes a centre that knows what the present one knows, and more. `adHoc`: teams to watch from the beginning. The
 * present one must be read before anything is waited for.
 */
export type BuildCentre = (
  present: Centre,
  adHoc: readonly TeamSettings[],
  now: number,
) => Promise<Centre>

/** Figures follow each event at once, but under load only as often as somebody can read them. */
const seldom = { share: 0.1, longestPauseMs: 250, creditMs: 500 }

interface Published {
  readonly centre: Centre
  readonly version: number
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
  /** When what the wall shows was last the present, epoch ms; `undefined` before the first time. */
  const liveUntil = shallowRef<number>()
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
  let present: Present | undefined

  const comebacks = keepComeback(systemTimers, (next) => {
    comeback.value = next
  })

  /**
   * Says why the wall is about to give up a connection that the PBX did not end. What came after `since`, epoch ms, was
   * not seen for sure.
   */
  const doubt = (setback: 'silent' | 'slept', since = liveUntil.value): void => {
    if (!connection.value.isLive) return
    connection.value = { ...connection.value, isLive: false, setback }
    liveUntil.value = since
    present?.tell({ type: 'lost', at: since ?? present.clock.now() })
  }

  const start = (options: CentreStart): (() => void) => {
    const { config, clock, scriptUrl, connect } = options
    const known = settingsOf(config)
    const own: Present = {
      centre: createCentre(known, clock.now()),
      clock,
      later: undefined,
      tell(event) {
        comebacks.before(event, own.centre)
        own.centre.apply(event)
        comebacks.after(event, own.centre)
        own.later?.push(event)
        publisher.ask()
      },
    }
    present = own
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
      const { centre } = own
      if (connection.value.isLive) liveUntil.value = clock.now()
      if (published?.centre === centre && published.version === centre.version) return
      published = { centre, version: centre.version }
      publication.value = { centre }
      reader.join()
    }
    const read = (): void => {
      reading.value = publication.value
    }
    for (const team of adHoc.values()) own.centre.watch(team)
    const publisher = createPublisher(document, publish)
    const reader = createPublisher(document, read, seldom)
    publish()
    read()
    const ticking = setInterval(() => {
      noticeSleep()
      own.centre.advance(clock.now())
      now.value = clock.now()
      publisher.ask()
    }, 1000)
    const disconnect = connect({
      onState(state, isLive, tokenProblem) {
        if (connection.value.isLive) liveUntil.value = clock.now()
        if (state !== 'granted') walls.value = new Map()
        const why = whyNot(state, isLive, tokenProblem, connection.value)
        connection.value = { state, isLive, since: clock.now(), scriptUrl, ...why }
        // In the same frame as the connection, so that nothing called live still shows what was before.
        publish()
        read()
      },
      onEvent: own.tell,
      onClient: (client) => {
        walls.value = withClient(walls.value, client, clock.now())
      },
      onUnknownWords: (words) => {
        unknownWords.value = words
      },
    })
    return () => {
      disconnect()
      present = undefined
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
    const own = present
    if (own === undefined) return
    const later: CentreEvent[] = []
    own.later = later
    try {
      const centre = await build(own.centre, [...adHoc.values()], own.clock.now())
      if (own !== present || own.later !== later) return
      for (const event of later) centre.apply(event)
      centre.advance(own.clock.now())
      own.centre = centre
      settings.value = next
      if (wanted.value === next) wanted.value = undefined
      publication.value = { centre }
      reading.value = publication.value
    } finally {
      if (own.later === later) own.later = undefined
    }
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
    present?.centre.watch(team)
  }

  const known = computed(() => reading.value?.centre.teams() ?? settings.value?.teams ?? [])
  /** The teams of the config; without any, one team of all that the PBX lists, less queues and services. */
  const teams = computed<readonly TeamSettings[]>(() =>
    known.value.map((team) => (team.name === '' ? { ...team, name: messages.everyone } : team)),
  )

  /** The agents of a team as they were at the reading; the same objects for those that did not change. */
  const agentsOf = (team: TeamSettings): readonly AgentStatus[] => {
    const centre = reading.value?.centre
    return centre === undefined ? [] : team.agents.map((agent) => centre.agent(agent))
  }

  /** What a scope of visits is called on the wall: the name of the queue or team, else its number. */
  const nameOfScope = (scope: string): string => {
    if (scope === everyTeamScope) return ''
    const id = scope.replace(/^(queue|team):/, '')
    const team = teams.value.find((candidate) => teamScope(candidate.id) === scope)
    const name = team?.name ?? reading.value?.centre.nameOf(id) ?? ''
    return name === '' ? id : name
  }

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
    tell: (event: CentreEvent): void => present?.tell(event),
    /** More is known of the day. */
    recount: (records: readonly CallRecord[]): void => comebacks.recount(records),
    /** The centre as it is now, between two publications; `undefined` before the wall has begun. */
    present: (): Centre | undefined => present?.centre,
  }
})
