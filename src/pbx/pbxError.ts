import type { PbxCode } from '../contract/wallConfig.ts'

/**
 * Why the PBX could not be used. `denied`: it refused who we are; `bad-token`: a token that was handed in is no
 * good; `scriptMissing`: its script did not load or did not define what it promises; `failed`: anything else.
 */
export type PbxErrorCode = 'denied' | 'bad-token' | 'scriptMissing' | 'failed'

export interface PbxErrorOptions extends ErrorOptions {
  readonly reason?: PbxCode | undefined
}

/** An expected failure of the PBX. The message is a sentence for an administrator and never holds a secret. */
export class PbxError extends Error {
  override readonly name = 'PbxError'
  readonly code: PbxErrorCode
  /** What exactly the PBX's HTTP API did not do, where it is known. */
  readonly reason: PbxCode | undefined

  constructor(code: PbxErrorCode, message: string, options: PbxErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.reason = options.reason
  }
}

/** Whether `error` is a `PbxError`, of the given code if one is given. */
export function isPbxError(error: unknown, code?: PbxErrorCode): error is PbxError {
  return error instanceof PbxError && (code === undefined || error.code === code)
}
