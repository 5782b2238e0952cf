/** What the administrator can do about a code. They look like HTTP statuses and are none. */
const advice: ReadonlyMap<string, string> = new Map([
  ['300', 'The PBX could not read the request; is this the address of its HTTP API?'],
  ['301', 'The PBX does not know the command; its version may be too old.'],
  ['302', 'The PBX misses a parameter of the command, or does not accept its value.'],
  ['303', 'The PBX does not allow the command here.'],
  ['304', 'The PBX asks for a user: set OZEKI_HTTP_USERNAME and OZEKI_HTTP_PASSWORD.'],
  ['305', 'The PBX refuses the user name or the password of its HTTP API.'],
  ['306', 'The user may not use the HTTP API: add its group to the groups that the PBX allows.'],
  [
    '307',
    'This computer may not use the HTTP API: add its address to the addresses that the PBX allows.',
  ],
])

const longestMessage = 200

/** A sentence for an administrator on a code of the HTTP API other than 200, with the PBX's own message. */
export function sentenceFor(code: string, message: string): string {
  const said = message.slice(0, longestMessage)
  const why = advice.get(code) ?? 'The PBX could not do what it was asked.'
  return said === '' ? `${why} (code ${code})` : `${why} (code ${code}: ${said})`
}
