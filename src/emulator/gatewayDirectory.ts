import type { WireExtension, WireUser } from './gatewayProtocol.ts'
import type { PbxExtension } from './types.ts'

/** What a web client is told of the PBX's set-up when it is let in. */
export interface WireDirectory {
  readonly extensions: readonly WireExtension[]
  readonly outsideLines: readonly WireExtension[]
  readonly users: readonly WireUser[]
}

/** The directory that `extensions` make; every phone that bears a name is a user's. */
export function wireDirectory(extensions: readonly PbxExtension[]): WireDirectory {
  const isLine = ({ type }: PbxExtension): boolean => type === 'OutsideLine'
  return {
    extensions: extensions.filter((one) => !isLine(one)).map(wireExtension),
    outsideLines: extensions.filter(isLine).map(wireExtension),
    users: extensions.filter(isPhone).map(wireUser),
  }
}

function isPhone({ name, type }: PbxExtension): boolean {
  return name !== '' && (type === 'SIP' || type === 'Webphone')
}

function wireExtension({ id, name, type }: PbxExtension): WireExtension {
  return {
    id,
    phoneNumber: id,
    name,
    type,
    extensionType: type === 'OutsideLine' ? 'OutsideLine' : 'Extension',
  }
}

function wireUser({ id, name }: PbxExtension): WireUser {
  const user = `user${id}`
  return {
    id: user,
    userName: user,
    fullName: name,
    phoneNumber: id,
    mobile: '',
    emailAddress: `${user}@pbx.example`,
    devices: [id],
  }
}
