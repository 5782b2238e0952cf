import { expect, test } from 'vitest'
import { buildFrom } from '@/app/records/buildCentre.ts'
import { settingsOf } from '@/contract/siteOf.ts'
import { createCentre } from '@/domain/centre.ts'
import type { Centre } from '@/domain/centre.ts'
import type { SessionFacts } from '@/domain/sessionEvent.ts'
import type { SessionState } from '@/domain/sessionState.ts'
import { active, config, row } from './historyBuilder.ts'
import { quietStage } from './quietStage.ts'
import type { QuietStage } from './quietStage.ts'
import { ten } from './recordBuilder.ts'
import { callsOf, report } from './recordsStage.ts'

/** A caller rang 1001 while no wall looked; his session with the queue was over when one did. */
const queueRow = row('a', 0, '12345678>5000', 'TransferCompleted')

/** The session with 1001 as a wall is told of it. */
function agentFacts(state: SessionState, masterId: string): SessionFacts {
  return {
    ...{ id: 'b', masterId, state, caller: '12345678', callee: '1001', dialed: '5000' },
    ...{ callerName: '', calleeName: '', direction: undefined, startedAt: ten },
  }
}

/** A wall that found the session with 1001 alive 60 s after `ten`. */
function wallAt60(masterId: string): Centre {
  const centre = createCentre(settingsOf(config), ten - 3_600_000)
  const entries = ['1001', '5000'].map((extension) => ({ extension, name: '', online: true }))
  centre.apply({ type: 'directory', at: ten - 3_600_000, entries })
  centre.apply({
    ...{ type: 'snapshot', at: ten + 60_000 },
    sessions: [agentFacts('InCall', masterId)],
  })
  return centre
}

/** The wall after it has read the server's day. */
function told(present: Centre, { records }: QuietStage, seconds: number): Promise<Centre> {
  const stored = { revision: 1, covered: [], counted: [], records: callsOf(records) }
  const build = buildFrom(
    stored,
    settingsOf(config),
    () => Promise.resolve(),
    () => 0,
  )
  return build(present, [], ten + seconds * 1000)
}

const reported = (centre: Centre): ReturnType<typeof report> =>
  report([...centre.calls()].map((call) => centre.recordOf(call)))

const counted = (centre: Centre): readonly (number | undefined)[] => {
  const { offered, answered, flowedOut, direct } = centre.figures('team:support')
  return [offered, answered, flowedOut, direct]
}

/** The list tells of the session with 1001, then the history of the one with the queue. */
async function listed(): Promise<QuietStage> {
  const stage = quietStage()
  await stage.list(50, active('b', 0, '12345678>1001', 'InCall', 20))
  stage.history = [queueRow]
  stage.watcher.miss()
  await stage.list(55, active('b', 0, '12345678>1001', 'InCall', 25))
  return stage
}

test('an agent who was listed alone and is found by a wall has answered the queue’s caller', async () => {
  const stage = await listed()
  const wall = await told(wallAt60('a'), stage, 61)
  expect(counted(wall)).toEqual([1, 1, 0, 0])
})

test('what a wall saw to its end is stored in the place of what lists told of its begin', async () => {
  const stage = await listed()
  const wall = await told(wallAt60('a'), stage, 61)
  stage.records.save(reported(wall))
  wall.apply({ type: 'changed', at: ten + 90_000, session: agentFacts('CallerHungUp', 'a') })
  stage.records.save(reported(wall))
  const [record, ...others] = callsOf(stage.records)
  expect(others).toEqual([])
  expect(record).toMatchObject({ isFromStart: false, isOver: true })
  expect(record?.steps[record.steps.length - 1]).toMatchObject({
    ...{ at: ten + 90_000, how: 'seen', state: 'CallerHungUp' },
  })
})

test('a wall that heard no master has the agent’s session joined by the history', async () => {
  const stage = await listed()
  const first = wallAt60('')
  stage.records.save(reported(first))
  first.apply({ type: 'changed', at: ten + 90_000, session: agentFacts('CallerHungUp', '') })
  stage.records.save(reported(first))
  stage.history = [queueRow, row('b', 0, '12345678>1001', 'CallerHungUp', { dialed: '5000' })]
  stage.watcher.miss()
  await stage.list(100)
  const nobody = createCentre(settingsOf(config), ten - 3_600_000)
  expect(counted(await told(nobody, stage, 110))).toEqual([1, 1, 0, 0])
})
