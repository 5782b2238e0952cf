import { partyId } from '../../domain/party.ts'
import type { DirectoryEntry } from '../../domain/sessionEvent.ts'
import { entriesOf, invoke, readProperty, readText, spellingsOfName, textOf } from './foreign.ts'
import type { Oddities } from './oddities.ts'

const numberNames = spellingsOfName('phoneNumber', 'extensionId', 'id')
const typeNames = spellingsOfName('extensionType', 'type')
const nameNames = spellingsOfName('fullName', 'displayName', 'name', 'userName')
const stateNames = spellingsOfName('state', 'status')
const deviceNames = spellingsOfName('devices', 'device')

/** Without the privilege every question about a user throws: after so many in a row no more are asked. */
const mostRefusals = 3

/** The names that a user record gives to extensions: each device of the user and the user's name. */
export function namesOfUser(
  user: unknown,
): readonly (readonly [extension: string, name: string])[] {
  const name = readText(user, nameNames)
  if (name === '') return []
  return deviceNames
    .flatMap((property) => entriesOf(readProperty(user, property)))
    .map(({ value }) => [numberOf(value), name] as const)
    .filter(([extension]) => extension !== '')
}

/**
 * The extensions that the PBX's helper lists, without outside lines, each once.
 * @param learnt names by extension that the PBX told by itself; they are all there is where the helper lists none
 */
export function readDirectory(
  helper: unknown,
  learnt: ReadonlyMap<string, string>,
  oddities: Oddities,
): readonly DirectoryEntry[] {
  const lines = readLines(helper, oddities)
  const nameOf = userNames(helper, oddities)
  const entries = new Map<string, DirectoryEntry>()
  for (const { extension, value } of listed(helper, 'getExtensions', oddities)) {
    if (lines.has(extension) || isOutsideLine(value) || entries.has(extension)) continue
    const name = readText(value, nameNames) || (learnt.get(extension) ?? nameOf(extension))
    entries.set(extension, { extension, name, online: isOnline(value) })
  }
  if (entries.size > 0) return [...entries.values()]
  return [...learnt].map(([extension, name]) => ({ extension, name, online: undefined }))
}

/** The ids of the PBX's outside lines, which are no party of a call. */
export function readLines(helper: unknown, oddities: Oddities): ReadonlySet<string> {
  return new Set(listed(helper, 'getOutsideLines', oddities).map(({ extension }) => extension))
}

function listed(
  helper: unknown,
  method: 'getExtensions' | 'getOutsideLines',
  oddities: Oddities,
): readonly { readonly extension: string; readonly value: unknown }[] {
  const answer = oddities.attempt(method, () => invoke(helper, method))
  return entriesOf(answer)
    .map(({ key, value }) => ({ extension: numberOf(value) || partyId(key), value }))
    .filter(({ extension }) => extension !== '')
}

function numberOf(value: unknown): string {
  return partyId(textOf(value) || readText(value, numberNames))
}

function isOutsideLine(value: unknown): boolean {
  return /outside/i.test(readText(value, typeNames))
}

function isOnline(value: unknown): boolean | undefined {
  const word = readText(value, stateNames).toLowerCase()
  if (['connected', 'online', 'registered'].includes(word)) return true
  return ['disconnected', 'offline', 'unregistered'].includes(word) ? false : undefined
}

/** Asks the helper for the user of an extension until it has refused too often. */
function userNames(helper: unknown, oddities: Oddities): (extension: string) => string {
  let refusals = 0
  return (extension) => {
    if (refusals >= mostRefusals) return ''
    try {
      const user = invoke(helper, 'getUserByExtension', extension)
      refusals = 0
      return readText(user, nameNames)
    } catch (error) {
      refusals++
      oddities.trouble('getUserByExtension failed', error)
      return ''
    }
  }
}
