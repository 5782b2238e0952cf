import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Session } from '@/domain/session.ts'
import { centreFaults } from '../../support/fuzz/centreFaults.ts'
import { driverStage } from '../../support/fuzz/driverStage.ts'
import type { DriverStage } from '../../support/fuzz/driverStage.ts'
import { expectNone } from '../../support/fuzz/expectNone.ts'
import { pbxStep, take } from '../../support/fuzz/pbxSteps.ts'
import type { PbxStep } from '../../support/fuzz/pbxSteps.ts'
import { fuzz, patience } from '../../support/fuzz/runs.ts'

const scopes = ['queue:5000', 'team:desk', 'all']
const validQueue = 'queue:5001'
const weird = fc.array(pbxStep, { maxLength: 25 })

/** Notes the ends of sessions, and tells those that came back to life. */
function watchEnds(stage: DriverStage): () => readonly string[] {
  let ended = new Map<string, Session>()
  return () => {
    const sessions = [...stage.centre.calls()].flatMap((call) => call.sessions)
    const revived = sessions.flatMap((session) => {
      const end = ended.get(session.id)
      const isSame =
        end === undefined || (end.state === session.state && end.endedAt === session.endedAt)
      return isSame || end.openedAt !== session.openedAt ? [] : [`${session.id} lives again`]
    })
    ended = new Map(
      sessions.filter(({ endedAt }) => endedAt !== undefined).map((each) => [each.id, each]),
    )
    return revived
  }
}

/** Lets a healthy PBX in; answers what is wrong if it does not come. */
async function heal(stage: DriverStage): Promise<void> {
  stage.pbx.heal()
  for (let turn = 0; turn < 40 && !stage.isLive(); turn++) {
    await stage.pass(4_000)
    stage.pbx.emit('onConnectionStateChanged', { State: 'ACCESS_GRANTED' })
  }
  expect(stage.isLive()).toBe(true)
}

/** A customer who waits, is answered, and hangs up; with whatever else goes on in between. */
async function validCall(stage: DriverStage, between: readonly PbxStep[]): Promise<void> {
  const { pbx } = stage
  const parts = between.filter(
    ({ type }) => !['connection', 'retry', 'reconnect', 'answer', 'pass'].includes(type),
  )
  const chaos = async (): Promise<void> => {
    for (const step of parts.splice(0, 2)) await take(step, stage)
  }
  const heard: ((...told: unknown[]) => void)[] = []
  const own = {
    onSessionStateChanged: (callback: (...told: unknown[]) => void) => heard.push(callback),
  }
  const waiting = {
    ...own,
    sessionId: 'valid',
    masterSessionId: 'valid',
    caller: '+3612345678',
    callee: '5001',
  }
  const answered = { ...waiting, sessionId: 'valid 2', callee: '1010' }
  const open = (session: object, sessionState: string): object => {
    const opened = { ...session, sessionState }
    pbx.emit('onSessionCreated', opened)
    return opened
  }
  const move = (listener: number, session: object, sessionState: string): void => {
    Object.assign(session, { sessionState })
    heard[listener]?.(session, sessionState)
  }
  const first = open(waiting, 'Ringing')
  await chaos()
  move(0, first, 'InCall')
  await chaos()
  const second = open(answered, 'Ringing')
  await chaos()
  move(1, second, 'InCall')
  move(0, first, 'TransferCompleted')
  await chaos()
  pbx.emit('onSessionClosed', first)
  move(1, second, 'CallerHungUp')
  pbx.emit('onSessionClosed', second)
  await stage.pass(5_000)
}

test(
  'whatever the script does nothing escapes, nothing becomes illegal, and a valid call counts once',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(weird, weird, async (before, between) => {
        const stage = await driverStage()
        const revived = watchEnds(stage)
        await heal(stage)
        for (const step of before) {
          await take(step, stage)
          expectNone(revived())
        }
        expectNone(centreFaults(stage.centre, scopes, stage.now()))
        await heal(stage)
        const { offered, answered } = stage.centre.figures(validQueue)
        await validCall(stage, between)
        expect(stage.centre.figures(validQueue)).toMatchObject({
          offered: offered + 1,
          answered: answered + 1,
        })
        expectNone(revived())
        expectNone(centreFaults(stage.centre, scopes, stage.now()))
        expect(stage.pbx.changed).toEqual([])
        expect(stage.log.length).toBeLessThanOrEqual(200)
        stage.stop()
        expect(stage.pending()).toBe(0)
      }),
      fuzz('driver'),
    )
  },
)
