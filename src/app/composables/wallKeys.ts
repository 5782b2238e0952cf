/**
 * What a key asks of the wall. `forward` and `back` are the arrows along a line, `down` and `up` those across it: a wall
 * that is one of several goes to the next wall with the first and to its own next page with the second.
 */
export type WallKey = 'fullScreen' | 'forward' | 'back' | 'down' | 'up' | 'pause' | 'card' | 'close'

/** The part of a key press that decides what it asks. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'defaultPrevented' | 'target'
>

/** `towardsEnd` and `towardsStart` are the arrows of a line of text, which change sides with its direction. */
const keys: ReadonlyMap<string, WallKey> = new Map<string, WallKey>([
  ['f', 'fullScreen'],
  ['towardsEnd', 'forward'],
  ['towardsStart', 'back'],
  ['arrowdown', 'down'],
  ['arrowup', 'up'],
  ['pagedown', 'down'],
  ['pageup', 'up'],
  ['channelup', 'forward'],
  ['channeldown', 'back'],
  ['p', 'pause'],
  ['mediaplaypause', 'pause'],
  ['?', 'card'],
  ['escape', 'close'],
])

/** What may come again and again while its key is held down. */
const repeatable: ReadonlySet<WallKey> = new Set<WallKey>(['forward', 'back', 'down', 'up'])

/** What a key asks of the wall; nothing while somebody types, with Ctrl, Alt or Meta, or when another took it. */
export function wallKeyOf(press: KeyPress, isRightToLeft: boolean): WallKey | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.defaultPrevented) return undefined
  if (isField(press.target)) return undefined
  const wallKey = keys.get(nameOf(press.key.toLowerCase(), isRightToLeft))
  return wallKey !== undefined && press.repeat && !repeatable.has(wallKey) ? undefined : wallKey
}

function nameOf(key: string, isRightToLeft: boolean): string {
  if (key === 'arrowright') return isRightToLeft ? 'towardsStart' : 'towardsEnd'
  if (key === 'arrowleft') return isRightToLeft ? 'towardsEnd' : 'towardsStart'
  return key
}

const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/** An element, looked at by what it can do: the target of a key may also be the document. */
function isField(target: EventTarget | null): boolean {
  const closest: unknown = target === null ? undefined : Reflect.get(target, 'closest')
  return typeof closest === 'function' && Boolean(closest.call(target, fields))
}
