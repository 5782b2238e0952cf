import type { Exchange } from '../types.ts'

const callers = '0099'
const eventsOfCall = 4
const slices = 50

/**
 * Makes calls from outside to outside, which concern nobody, within a second of site time: each is created, answered,
 * hung up and closed. As many as make at least `events` events.
 */
export function flood(exchange: Exchange, events: number): void {
  const { clock } = exchange
  const calls = Math.ceil(events / eventsOfCall)
  const start = clock.now()
  let made = 0
  for (let slice = 0; slice < slices; slice++) {
    clock.at(start + (slice * 1000) / slices, () => {
      for (; made < (calls * (slice + 1)) / slices; made++) callNobody(exchange, made)
    })
  }
}

function callNobody(exchange: Exchange, number: number): void {
  const { sessionId } = exchange.open({
    caller: `${callers}1${number}`,
    callee: `${callers}2${number}`,
  })
  exchange.move(sessionId, 'InCall')
  exchange.move(sessionId, 'CalleeHungUp')
}
