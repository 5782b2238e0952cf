import { BlockList, isIPv6 } from 'node:net'
import type { Answer } from './answer.ts'
import { failure } from './answer.ts'
import type { Parameters } from './parameters.ts'

/** A user of the office, as the HTTP API knows him. */
export interface ApiUser {
  readonly username: string
  readonly password: string
  /** Whether his group may use the API. @default true */
  readonly mayUseApi?: boolean
}

export interface AccessOptions {
  /** Who may log in. Left out: user authentication is off, as the PBX has it at first. */
  readonly users?: readonly ApiUser[]
  /** Addresses or netmasks (`192.168.0.0/16`) that may use the API. Left out: all. */
  readonly allowedAddresses?: readonly string[]
  /** Exceptions from the allowed ones. */
  readonly deniedAddresses?: readonly string[]
}

/** Why a request is refused, or `undefined` when it is let in. Every request is asked anew. */
export type AccessCheck = (parameters: Parameters, address: string) => Answer | undefined

/** Who may use the HTTP API. Throws when an address in the options is none. */
export function createAccessCheck(options: AccessOptions): AccessCheck {
  const { users, allowedAddresses, deniedAddresses = [] } = options
  const allowed = allowedAddresses === undefined ? undefined : addressList(allowedAddresses)
  const denied = addressList(deniedAddresses)

  return (parameters, address) => {
    if (denied(address) || allowed?.(address) === false) return failure(307)
    return users === undefined ? undefined : checkUser(users, parameters)
  }
}

function checkUser(users: readonly ApiUser[], parameters: Parameters): Answer | undefined {
  const username = parameters.get('Username')
  const password = parameters.get('Password')
  if (username === '' && password === '') return failure(304)
  const user = users.find((one) => one.username === username && one.password === password)
  if (user === undefined) return failure(305)
  return user.mayUseApi === false ? failure(306) : undefined
}

function addressList(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    if (prefix === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(prefix), family(address))
  }
  return (address) => {
    // A server that listens on all interfaces sees IPv4 callers in IPv6 clothes.
    const plain = address.replace(/^::ffff:/i, '')
    return list.check(plain, family(plain))
  }
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}
