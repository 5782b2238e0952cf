import type { AgentStatus, Party } from '../../src/domain/agentState.ts'
import type { LiveTile, TileView } from '../../src/app/components/tileView.ts'
import type {
  AgentRow,
  FigureView,
  PopupView,
  QueueView,
  VolumeRow,
  WaitingView,
} from '../../src/app/components/views.ts'

/** 2026-11-21, 12:00 in Budapest. */
export const noon = Date.UTC(2026, 10, 21, 11)

export const outside = (id: string, name = ''): Party => ({ id, name, isOutside: true })

export const label = ({ name, id }: Party): string => (name === '' ? id : name)

export const agent = (facts: Partial<AgentStatus> = {}): AgentStatus => ({
  id: '1001',
  name: 'Ana Ruiz',
  extensions: ['1001'],
  state: 'available',
  since: noon,
  until: undefined,
  reason: '',
  other: undefined,
  direction: undefined,
  isInternal: false,
  ...facts,
})

export const agents = (count: number): AgentStatus[] =>
  Array.from({ length: count }, (_, index) => {
    const id = String(1001 + index)
    return agent({ id, extensions: [id], name: index % 7 === 0 ? longName : `Agent ${id}` })
  })

/** Tiles that do not change. */
export const tile = (status: AgentStatus, facts: Partial<TileView> = {}): LiveTile => {
  const view = {
    agent: status,
    otherLabel: '',
    level: 'ok',
    counts: { calls: 0, missed: 0 },
    ...facts,
  } as const
  return { id: status.id, view: () => view }
}

export const tiles = (
  list: readonly AgentStatus[],
  facts: Partial<TileView> = {},
): readonly LiveTile[] => list.map((status) => tile(status, facts))

const longName = 'Maximiliane von Hohenstein-Oettingen'

export const popup = (facts: Partial<PopupView> = {}): PopupView => ({
  callId: 'call-1',
  sessionId: 'session-1',
  state: 'Ringing',
  isWaiting: false,
  direction: 'inbound',
  caller: outside('+36 20 555 4•••'),
  callee: { id: '1001', name: 'Ana Ruiz', isOutside: false },
  ...facts,
})

export const figure = (facts: Partial<FigureView> = {}): FigureView => ({
  name: 'serviceLevel',
  scope: 'team:support',
  kind: 'ratio',
  value: 0.8,
  level: 'ok',
  isPartial: false,
  note: 'in 20 s',
  ...facts,
})

export const volumeRow = (labelText: string, facts: Partial<VolumeRow> = {}): VolumeRow => ({
  interval: `2026-11-21T${labelText}:00+01:00`,
  label: labelText,
  offered: 0,
  answered: 0,
  abandoned: 0,
  serviceLevel: undefined,
  isOpen: false,
  isPartial: false,
  isSeen: true,
  ...facts,
})

export const queue = (number: string, waitingCalls: number): QueueView => {
  const scope = `queue:${number}`
  return {
    scope,
    name: `Queue ${number}`,
    figures: [
      figure({ scope, name: 'waitingCalls', kind: 'count', value: waitingCalls }),
      figure({ scope, name: 'longestWaitNow', kind: 'seconds', value: undefined }),
      figure({ scope, name: 'serviceLevel', value: 0.75 }),
    ],
  }
}

export const agentRow = (id: string, facts: Partial<AgentRow> = {}): AgentRow => ({
  id,
  name: `Agent ${id}`,
  calls: 0,
  missed: 0,
  talkSeconds: 0,
  averageHandleTime: undefined,
  lastCallEndedAt: undefined,
  ...facts,
})

export const waiting = (callId: string, since: number): WaitingView => ({
  callId,
  caller: outside(`+36 1 555 ${callId}`),
  queue: 'Support',
  since,
})

/** The data attributes of an element, as scripts from outside read them. */
export const hooksOf = ({ dataset }: HTMLElement): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(dataset))
