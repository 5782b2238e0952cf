import type { Grant, Tokens } from './tokens.ts'

/** A Webphone extension that web clients may use instead of a token. */
export interface Webphone {
  readonly extension: string
  readonly password: string
}

/** What a web client may do, and by which number it goes if it has one of its own. */
export interface Login extends Grant {
  readonly phoneNumber: string | undefined
}

/** Lets a web client in, or not. */
export type LoginCheck = (
  token: string,
  properties: Readonly<Record<string, unknown>>,
) => Login | undefined

/**
 * Accepts a security token that is still good, or a Webphone extension with its password in the properties. What an
 * extension may do is not documented: here it may change sessions, for it is a telephone.
 */
export function createLoginCheck(tokens: Tokens, webphones: readonly Webphone[]): LoginCheck {
  return (token, properties) => {
    const grant = tokens.check(token)
    if (grant !== undefined) return { ...grant, phoneNumber: undefined }
    const webphone = webphones.find(({ extension }) => extension === token)
    if (webphone === undefined || properties['Password'] !== webphone.password) return undefined
    return { allowSessionModification: true, phoneNumber: webphone.extension }
  }
}
