import { expect, test } from 'vitest'
import { withClient } from '../../../src/app/stores/otherWalls.ts'
import type { WebClient } from '../../../src/pbx/client.ts'

const client = (changes: Partial<WebClient> = {}): WebClient => ({
  id: 'a',
  isOnline: true,
  name: 'Support wall',
  kind: 'callwall',
  route: '/team/support',
  version: '1',
  since: undefined,
  ...changes,
})

test('a wall that comes online is listed since then, or since it says', () => {
  const walls = withClient(new Map(), client(), 1000)
  expect(walls.get('a')?.since).toBe(1000)
  expect(withClient(walls, client(), 5000).get('a')?.since).toBe(1000)
  expect(withClient(walls, client({ since: 400 }), 5000).get('a')?.since).toBe(400)
})

test('a wall that goes offline is no longer listed', () => {
  const walls = withClient(new Map(), client(), 1000)
  expect(withClient(walls, client({ isOnline: false }), 2000).size).toBe(0)
})

test('a web client that is no wall changes nothing', () => {
  const walls = new Map()
  expect(withClient(walls, client({ kind: 'chat' }), 1000)).toBe(walls)
  expect(withClient(walls, client({ isOnline: false }), 1000)).toBe(walls)
})

test('a PBX that tells of walls without end does not fill the memory', () => {
  let walls: ReturnType<typeof withClient> = new Map()
  for (let index = 0; index < 1000; index++)
    walls = withClient(walls, client({ id: `w${index}` }), 0)
  expect(walls.size).toBe(200)
})
