import { expect, test } from 'vitest'
import { profiles } from '../../../../src/emulator/dialect.ts'
import { connected } from '../../../support/dialectStage.ts'

test.each(Object.entries(profiles))(
  'callers without a number are nobody’s number in the profile %s, not that of their line',
  async (_, dialect) => {
    const { pbx, events, heard } = await connected(dialect)
    pbx.exchange.open({ caller: '', callee: '5000' })
    pbx.exchange.open({ caller: '', callee: '5001' })
    await heard()
    const callers = events.map((event) => 'session' in event && event.session.caller)
    expect(callers.length).toBeGreaterThan(1)
    expect(new Set(callers)).toEqual(new Set(['']))
  },
)
