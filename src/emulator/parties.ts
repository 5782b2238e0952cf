import type { PartyType, PbxDirection, PbxExtension, PbxSession } from './types.ts'

/** What the parties of a session make of it. */
export type PartyFacts = Pick<
  PbxSession,
  | 'caller'
  | 'callee'
  | 'callerDisplayName'
  | 'calleeDisplayName'
  | 'source'
  | 'sourceType'
  | 'destination'
  | 'destinationType'
  | 'direction'
>

interface Endpoint {
  readonly id: string
  readonly type: PartyType
  readonly name: string
}

const directions: Readonly<Record<PartyType, Readonly<Record<PartyType, PbxDirection>>>> = {
  Extension: { Extension: 'Internal', OutsideLine: 'Outbound' },
  OutsideLine: { Extension: 'Inbound', OutsideLine: 'External' },
}

/** Who sits where: an extension is its own endpoint, an outside number comes through the first outside line. */
export function createParties(
  extensions: readonly PbxExtension[],
  isOutside: ((number: string) => boolean) | undefined,
): (caller: string, callee: string, callerDisplayName: string) => PartyFacts {
  const known = new Map(extensions.map((extension) => [extension.id, extension]))
  const line = extensions.find((extension) => extension.type === 'OutsideLine')?.id ?? 'line'

  function endpoint(number: string): Endpoint {
    const extension = known.get(number)
    // A feature code is dialled into the PBX itself.
    const outside = isOutside?.(number) ?? (extension === undefined && !/^[*#]/.test(number))
    const name = extension?.name ?? ''
    return outside
      ? { id: line, type: 'OutsideLine', name }
      : { id: number, type: 'Extension', name }
  }

  return (caller, callee, callerDisplayName) => {
    const from = endpoint(caller)
    const to = endpoint(callee)
    return {
      caller,
      callee,
      callerDisplayName: callerDisplayName === '' ? from.name : callerDisplayName,
      calleeDisplayName: to.name,
      source: from.id,
      sourceType: from.type,
      destination: to.id,
      destinationType: to.type,
      direction: directions[from.type][to.type],
    }
  }
}
