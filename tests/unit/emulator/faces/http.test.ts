import { expect, test } from 'vitest'
import { emulatedPbx, morning } from '../../../support/emulatedPbx.ts'
import { ask, authXml, parseReply } from './httpClient.ts'

const post = (port: number, body: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  })

test('a token comes in the envelope and has the rights that were asked for', async () => {
  const { ports, tokens } = await emulatedPbx()
  for (const allow of ['True', 'False']) {
    const reply = await ask(ports.http, {
      Command: 'GenerateSecurityToken',
      AuthXml: authXml(allow),
    })
    expect(reply).toMatchObject({ Code: '200', Message: 'Command successfully executed' })
    expect(tokens.check(reply.SecurityToken!)).toEqual({
      allowSessionModification: allow === 'True',
    })
  }
})

test('the URL that the vendor prints for copying gives a token', async () => {
  const { ports, tokens } = await emulatedPbx()
  const response = await fetch(
    `http://127.0.0.1:${ports.http}/?Command=GenerateSecurityToken&AuthXml=` +
      '%3c%3fxml+version%3d%221.0%22%3f%3e%0d%0a%3cSecurityToken%3e%0d%0a%09' +
      '%3cAllowSessionModification%3eTrue%3c%2fAllowSessionModification%3e%0d%0a' +
      '%3c%2fSecurityToken%3e%0d%0a',
  )
  const reply = parseReply(await response.text())
  expect(tokens.check(reply.SecurityToken!)).toEqual({ allowSessionModification: true })
})

test('a token that says nothing of rights has none', async () => {
  const { ports, tokens } = await emulatedPbx()
  for (const xml of ['<SecurityToken/>', '<SecurityToken></SecurityToken>']) {
    const reply = await ask(ports.http, { Command: 'GenerateSecurityToken', AuthXml: xml })
    expect(tokens.check(reply.SecurityToken!)).toEqual({ allowSessionModification: false })
  }
})

const refused302 = "Missing or invalid parameter 'AuthXml' for command 'GenerateSecurityToken'"

test.each([
  ['nothing', '', '302', refused302],
  ['another document', '<Token/>', '302', refused302],
  ['a right that is none', authXml('Perhaps'), '302', refused302],
  ['broken XML', '<SecurityToken><a></SecurityToken>', '300', /^Error occured during parsing/],
  ['plain text', 'give me a token', '300', /^Error occured during parsing/],
])('an AuthXml of %s is refused', async (_, AuthXml, code, message) => {
  const { ports } = await emulatedPbx()
  const reply = await ask(ports.http, { Command: 'GenerateSecurityToken', AuthXml })
  expect(reply.Code).toBe(code)
  expect(reply.Message).toMatch(message)
  expect(reply.SecurityToken).toBeUndefined()
})

test('a form by POST does as a query by GET, and names are read without case', async () => {
  const { ports } = await emulatedPbx()
  const response = await post(ports.http, 'COMMAND=listactivecalls')
  expect(response.status).toBe(200)
  expect(parseReply(await response.text()).Code).toBe('200')
})

test('an answer looks as if it came from the PBX, and lets no other origin read it', async () => {
  const { ports } = await emulatedPbx()
  const response = await fetch(`http://127.0.0.1:${ports.http}/?command=ListActiveCalls`)
  expect(response.headers.get('server')).toBe('Microsoft-HTTPAPI/2.0')
  expect(response.headers.get('content-type')).toBe('application/xml')
  const names = [...response.headers.keys()]
  expect(names.filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('a command that the PBX does not have is named in the refusal', async () => {
  const { ports } = await emulatedPbx()
  expect(await ask(ports.http, { Command: 'Make<Tea>' })).toMatchObject({
    Code: '301',
    Message: "Not implemented command: 'Make<Tea>'",
  })
  expect((await ask(ports.http, {})).Code).toBe('302')
})

test('a call that rings is listed with its parties, its start and whole seconds', async () => {
  const { clock, exchange, ports } = await emulatedPbx()
  const { sessionId } = exchange.open({ caller: '1002', callee: '1001', state: 'Ringing' })
  clock.advanceTo(morning + 2900)
  const reply = await ask(ports.http, { command: 'ListActiveCalls' })
  expect(reply.ActiveCalls?.CallInfo).toEqual([
    {
      CallState: 'Ringing',
      CallId: sessionId,
      Source: '1002',
      CallerId: 'Bo Lind',
      Destination: '1001',
      StartTime: '2026-11-21T09:30:00.0000+01:00',
      RingDuration: '2',
      TalkDuration: '0',
    },
  ])
})

test('an answered call rings no longer and talks from then on', async () => {
  const { clock, exchange, ports } = await emulatedPbx()
  const { sessionId } = exchange.open({ caller: '0612345678', callee: '1001', state: 'Ringing' })
  clock.advanceTo(morning + 4000)
  exchange.move(sessionId, 'InCall')
  clock.advanceTo(morning + 64_000)
  const reply = await ask(ports.http, { command: 'ListActiveCalls' })
  expect(reply.ActiveCalls?.CallInfo).toMatchObject([
    { CallState: 'InCall', CallerId: '0612345678', RingDuration: '4', TalkDuration: '60' },
  ])
  exchange.move(sessionId, 'CalleeOnHold')
  const held = await ask(ports.http, { command: 'ListActiveCalls' })
  expect(held.ActiveCalls?.CallInfo).toMatchObject([{ CallState: 'Hold' }])
  exchange.move(sessionId, 'CallerHungUp')
  const after = await ask(ports.http, { command: 'ListActiveCalls' })
  expect(after).toMatchObject({ Code: '200', ActiveCalls: '' })
})

test.each([
  ['Setup', 'Ringing'],
  ['TransferSetup', 'Ringing'],
  ['OnHoldInactive', 'Hold'],
  ['TransferRequested', 'InCall'],
  ['Transferring', 'Transferred'],
  ['TransferFailed', 'InCall'],
] as const)('a session that is %s is listed as %s', async (state, listed) => {
  const { exchange, ports } = await emulatedPbx()
  exchange.open({ caller: '1001', callee: '1002', state })
  const reply = await ask(ports.http, { command: 'ListActiveCalls' })
  expect(reply.ActiveCalls?.CallInfo).toMatchObject([{ CallState: listed }])
})

test('a name with every special character arrives as it is, less what XML cannot carry', async () => {
  const { exchange, ports } = await emulatedPbx()
  const name = `<b>"Ö'Neill" & Söhne</b> ]]> \u{1F4DE}`
  exchange.open({ caller: '061', callee: '1001', callerDisplayName: `${name}\u0000\u001B` })
  const reply = await ask(ports.http, { command: 'ListActiveCalls' })
  expect(reply.ActiveCalls?.CallInfo?.[0]?.['CallerId']).toBe(name)
})

test('the extensions are listed with their types, outside lines are none', async () => {
  const { ports } = await emulatedPbx()
  const reply = await ask(ports.http, { Command: 'ListExtensions' })
  expect(reply.Extensions?.ExtensionSummary).toEqual([
    { Id: '1001', Type: 'SIP' },
    { Id: '1002', Type: 'SIP' },
    { Id: '1500', Type: 'Webphone' },
    { Id: '5000', Type: 'Queue' },
  ])
})

test('what is not the root, or no GET or POST, is no command', async () => {
  const { ports } = await emulatedPbx()
  const url = `http://127.0.0.1:${ports.http}/`
  expect((await fetch(`${url}api?command=ListActiveCalls`)).status).toBe(404)
  expect((await fetch(`${url}?command=ListActiveCalls`, { method: 'PUT' })).status).toBe(405)
})

test('a body without end is not read to its end', async () => {
  const { ports } = await emulatedPbx()
  const response = await post(ports.http, `Command=ListActiveCalls&x=${'x'.repeat(70_000)}`)
  expect(response.status).toBe(413)
})
