import { PbxError } from '../../pbxError.ts'
import { findText } from './answer.ts'
import { postCommand } from './postCommand.ts'
import type { HttpApiOptions } from './postCommand.ts'

/** Line ends and tab as the vendor writes them. Nothing else is asked for: no other element is documented. */
const watchOnly = [
  '<?xml version="1.0"?>',
  '<SecurityToken>',
  '\t<AllowSessionModification>False</AllowSessionModification>',
  '</SecurityToken>',
  '',
].join('\r\n')

/**
 * A fresh security token with which calls can be watched and not be changed. Rejects with a `PbxError`: `denied`
 * when the PBX refuses user or address, else `failed`; the message is for an administrator and never holds the
 * password.
 */
export async function generateSecurityToken(options: HttpApiOptions): Promise<string> {
  const answer = await postCommand(options, 'GenerateSecurityToken', { AuthXml: watchOnly })
  const token = findText(answer, 'SecurityToken')
  if (/^[!-~]{1,512}$/.test(token)) return token
  throw new PbxError('failed', 'The PBX answered without a security token.', {
    reason: 'withoutToken',
  })
}
