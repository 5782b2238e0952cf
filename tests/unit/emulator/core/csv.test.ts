import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isTrafficProblem,
  parseTraffic,
  type TrafficProblem,
} from '../../../../src/emulator/traffic/csv.ts'

const header = 'call_id,day,queue,caller,arrive_s,answer_s,end_s,agent'

function problemOf(...lines: string[]): TrafficProblem | undefined {
  const result = parseTraffic([header, ...lines].join('\n'))
  return isTrafficProblem(result) ? result : undefined
}

test('a traffic file is read in the order written', () => {
  const text = `\uFEFF${header}\r\n7,2026-11-18,5000,+3615550123,10,25.5,80,1001\r\n\r\n8,,5001,,90000,,90060,\r\n`
  expect(parseTraffic(text)).toEqual([
    {
      ...{ callId: '7', day: '2026-11-18', queue: '5000', caller: '+3615550123' },
      ...{ arriveSeconds: 10, answerSeconds: 25.5, endSeconds: 80, agent: '1001' },
    },
    {
      ...{ callId: '8', day: '', queue: '5001', caller: '' },
      ...{ arriveSeconds: 90_000, answerSeconds: undefined, endSeconds: 90_060, agent: '' },
    },
  ])
})

test('a cell may stand in quotes', () => {
  expect(parseTraffic(`${header}\n"7","","5000","",1,,2,""`)).toHaveLength(1)
})

test.for<[string, string, string]>([
  ['columns', '7,,5000,,1,,2', 'line 3: 8 columns expected, 7 found'],
  ['number', ',,5000,,1,,2,', 'line 3: call_id is empty'],
  ['number', '7,,,,1,,2,', 'line 3: queue is empty'],
  ['number', '7,,5000,<b>,1,,2,', 'line 3: caller “<b>” is no number of a phone or call'],
  [
    'day',
    '7,18.11.2026,5000,,1,,2,',
    'line 3: day must be empty or YYYY-MM-DD, found “18.11.2026”',
  ],
  [
    'day',
    '7,2026-02-30,5000,,1,,2,',
    'line 3: day must be empty or YYYY-MM-DD, found “2026-02-30”',
  ],
  ['seconds', '7,,5000,,-1,,2,', 'line 3: arrive_s must be seconds from 0 to 172800, found “-1”'],
  ['seconds', '7,,5000,,1,x,2,', 'line 3: answer_s must be seconds from 0 to 172800, found “x”'],
  ['seconds', '7,,5000,,1,,,', 'line 3: end_s must be seconds from 0 to 172800, found “”'],
  ['seconds', '7,,5000,,1,,1e9,', 'line 3: end_s must be seconds from 0 to 172800, found “1e9”'],
  ['order', '7,,5000,,5,,2,', 'line 3: arrive_s, answer_s and end_s must follow each other'],
  ['order', '7,,5000,,1,9,8,', 'line 3: arrive_s, answer_s and end_s must follow each other'],
])('a wrong %s is told with its line: %s', ([code, line, problem]) => {
  expect(problemOf('6,,5000,,1,,2,', line)).toEqual({ code, line: 3, problem })
})

test('a file with another header is not read', () => {
  expect(parseTraffic('a,b,c\n1,2,3')).toMatchObject({ code: 'header', line: 1 })
  expect(parseTraffic('')).toMatchObject({ code: 'header', line: 1 })
})

test('nothing that a file holds makes the reader fail', () => {
  const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.nat(200_000).map(String), fc.constant(''))
  const line = fc.array(cell, { minLength: 7, maxLength: 9 }).map((cells) => cells.join())
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const result = parseTraffic([header, ...lines].join('\n'))
      if (isTrafficProblem(result)) {
        expect(result.line).toBeGreaterThan(1)
        return
      }
      for (const { arriveSeconds, answerSeconds = arriveSeconds, endSeconds } of result) {
        expect(arriveSeconds).toBeLessThanOrEqual(answerSeconds)
        expect(answerSeconds).toBeLessThanOrEqual(endSeconds)
      }
    }),
  )
})
