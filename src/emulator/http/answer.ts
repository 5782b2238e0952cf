import type { Xml } from './xml.ts'
import { element } from './xml.ts'

/** The PBX's codes for the outcome of a command. They look like HTTP statuses and are none. */
const messages = {
  200: 'Command successfully executed',
  300: "Error occured during parsing message: '{0}'",
  301: "Not implemented command: '{0}'",
  302: "Missing or invalid parameter '{0}' for command '{1}'",
  303: "Command '{0}' cannot be used here",
  304: 'Authentication required',
  305: 'Authentication failed, bad username or password',
  306: 'User is not allowed to use API in ACL',
  307: 'Use API from this address is forbidden',
} as const

export type AnswerCode = keyof typeof messages

/** What a command came to: its code, the values that the code's message names, and what follows the message. */
export interface Answer {
  readonly code: AnswerCode
  readonly values: readonly string[]
  readonly content: readonly Xml[]
}

/** The command was carried out, with what it found. */
export function success(content: readonly Xml[]): Answer {
  return { code: 200, values: [], content }
}

/** The command was not carried out; `values` fill the places of the code's message. */
export function failure(code: Exclude<AnswerCode, 200>, ...values: string[]): Answer {
  return { code, values, content: [] }
}

/** The answer as the PBX sends it. */
export function answerXml({ code, values, content }: Answer): string {
  const message = messages[code].replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '')
  const response = [element('Code', code), element('Message', message), ...content].join('')
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<Response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    `xmlns:xsd="http://www.w3.org/2001/XMLSchema">${response}</Response>`
  )
}
