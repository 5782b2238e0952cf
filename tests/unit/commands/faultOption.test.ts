import { expect, test } from 'vitest'
import { readFaults } from '@/commands/faultOption.ts'

test.each([
  ['drop@60', { name: 'drop' }, 60, undefined],
  ['freeze@120+30', { name: 'freeze' }, 120, 30],
  ['delay=2.5@0+600', { name: 'delay', seconds: 2.5 }, 0, 600],
  ['reorder@0', { name: 'reorder' }, 0, undefined],
  ['repeat@1+1', { name: 'repeat' }, 1, 1],
  ['lose=0.1@0+600', { name: 'lose', share: 0.1 }, 0, 600],
  ['garbage@0.5', { name: 'garbage' }, 0.5, undefined],
  ['restart@300+20', { name: 'restart', keepsSessions: true }, 300, 20],
  ['restart=keep@300+20', { name: 'restart', keepsSessions: true }, 300, 20],
  ['restart=forget@300+20', { name: 'restart', keepsSessions: false }, 300, 20],
  ['neverEnd@5', { name: 'neverEnd', staysListed: true }, 5, undefined],
  ['neverEnd=unlisted@5', { name: 'neverEnd', staysListed: false }, 5, undefined],
  ['expireTokens@9', { name: 'expireTokens' }, 9, undefined],
  ['refuseTokens@9+1', { name: 'refuseTokens' }, 9, 1],
  ['noScript@9+1', { name: 'noScript' }, 9, 1],
  ['noApi@9+1', { name: 'noApi' }, 9, 1],
  ['flood@400', { name: 'flood', events: 5000 }, 400, undefined],
  ['flood=800@400', { name: 'flood', events: 800 }, 400, undefined],
])('%s is understood', (text, fault, beginsAfter, lasts) => {
  expect(readFaults([text])).toEqual([{ fault, beginsAfter, lasts }])
})

test.each([
  ['', 'expected NAME[=VALUE]@START[+SECONDS], like freeze@60+30.'],
  ['freeze', 'expected NAME[=VALUE]@START[+SECONDS], like freeze@60+30.'],
  ['freeze@', 'expected NAME[=VALUE]@START[+SECONDS], like freeze@60+30.'],
  ['freeze@-1', 'expected NAME[=VALUE]@START[+SECONDS], like freeze@60+30.'],
  ['freeze@1+', 'expected NAME[=VALUE]@START[+SECONDS], like freeze@60+30.'],
  ['freeze@1e3', 'expected NAME[=VALUE]@START[+SECONDS], like freeze@60+30.'],
  ['freeze@1+0', 'expected more than 0 seconds after the +.'],
  ['freeze=1@1', 'expected freeze.'],
  ['drop@60+5', 'drop is over at once; expected no +SECONDS.'],
  ['delay@60', 'expected delay=SECONDS, from 0.001 to 3600.'],
  ['delay=0@60', 'expected delay=SECONDS, from 0.001 to 3600.'],
  ['lose=2@0', 'expected lose=SHARE, from 0 to 1.'],
  ['lose=@0', 'expected lose=SHARE, from 0 to 1.'],
  ['restart=now@0', 'expected restart, restart=keep or restart=forget.'],
  ['neverEnd=x@0', 'expected neverEnd, neverEnd=listed or neverEnd=unlisted.'],
  ['flood=0@0', 'expected flood or flood=EVENTS, a whole number from 1 to 100000.'],
  ['flood=1.5@0', 'expected flood or flood=EVENTS, a whole number from 1 to 100000.'],
  [
    'toString@0',
    'there is no fault toString; expected one of drop, freeze, delay, reorder, repeat, lose, garbage, restart, ' +
      'neverEnd, expireTokens, refuseTokens, noScript, noApi, flood.',
  ],
])('%s is refused with what to write instead', (text, message) => {
  expect(() => readFaults(['drop@1', text])).toThrow(`--fault ${text}: ${message}`)
})

test.each([
  ['freeze@60+30', 'freeze@80+30'],
  ['freeze@80+30', 'freeze@60+30'],
  ['lose=0.1@0', 'lose=0.2@100'],
])('%s and %s cannot go on at once', (one, other) => {
  expect(() => readFaults(['drop@1', one, other])).toThrow(/at the same time\.$/)
})

test.each([
  ['freeze@60+30', 'freeze@90+30'],
  ['freeze@60+30', 'noApi@70+30'],
  ['drop@60', 'drop@60'],
])('%s and %s can both be', (one, other) => {
  expect(readFaults([one, other])).toHaveLength(2)
})
