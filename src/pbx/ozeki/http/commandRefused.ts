import { pbxCodes } from '../../../contract/wallConfig.ts'
import { PbxError } from '../../pbxError.ts'
import { sentenceFor } from './statusCode.ts'

/** The PBX understood a command and did not carry it out. */
export class CommandRefused extends PbxError {
  /** The PBX's own code, `301`; it looks like an HTTP status and is none. */
  readonly statusCode: string

  constructor(statusCode: string, message: string) {
    const isAccess = /^30[4-7]$/.test(statusCode)
    super(isAccess ? 'denied' : 'failed', sentenceFor(statusCode, message), {
      reason: pbxCodes.find((code) => code === statusCode),
    })
    this.statusCode = statusCode
  }
}

/** Whether the PBX does not know the command at all. */
export function isUnknownCommand(error: unknown): boolean {
  return error instanceof CommandRefused && error.statusCode === '301'
}
