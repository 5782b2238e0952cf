const host = /^(auto|[\w.-]+|\[[\da-fA-F:]+\])$/

/** The host alone of an address that somebody wrote with scheme, port or path; `undefined` where none can be read. */
export function hostOf(address: string): string | undefined {
  const [, withPort = ''] = /^(?:[a-z]+:\/\/)?([^/?#]*)/i.exec(address.trim()) ?? []
  const alone = withPort.replace(/^[^@]*@/, '').replace(/:\d*$/, '')
  return host.test(alone) ? alone : undefined
}
