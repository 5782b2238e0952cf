import { expect, test } from 'vitest'
import { namesOfUser, readDirectory } from '../../../src/pbx/ozeki/directoryReader.ts'
import { createOddities } from '../../../src/pbx/ozeki/oddities.ts'

const read = (helper: unknown, learnt: Iterable<readonly [string, string]> = []) =>
  readDirectory(
    helper,
    new Map(learnt),
    createOddities(() => undefined),
  ).map(({ extension, name, online }) => [extension, name, online])

test.each([
  ['a map object', { 1001: { Id: '1001', Name: 'Ana' }, 1002: {} }],
  ['an array', [{ phoneNumber: 1001, name: 'Ana' }, { extensionId: '1002' }]],
  [
    'a Map',
    new Map<string, unknown>([
      ['1001', { fullName: 'Ana' }],
      ['1002', null],
    ]),
  ],
  ['ids alone', [{ id: '1001', displayName: 'Ana' }, '1002']],
])('extensions are read from %s', (_, extensions) => {
  expect(read({ getExtensions: () => extensions })).toEqual([
    ['1001', 'Ana', undefined],
    ['1002', '', undefined],
  ])
})

test('the phone number counts, not the id, and hosts are dropped', () => {
  const extensions = [{ Id: '106@localhost', PhoneNumber: '102' }, { Id: '101@localhost' }]
  expect(read({ getExtensions: () => extensions })).toEqual([
    ['102', '', undefined],
    ['101', '', undefined],
  ])
})

test('outside lines are no extensions', () => {
  const extensions = [{ id: '1' }, { id: '2', ExtensionType: 'OutsideLine' }, { id: '3' }]
  const helper = { getExtensions: () => extensions, getOutsideLines: () => ({ 3: { id: '3' } }) }
  expect(read(helper)).toEqual([['1', '', undefined]])
})

test('names come from the extension, else from what was told, else from its user', () => {
  const helper = {
    getExtensions: () => [{ id: '1', name: 'Own' }, { id: '2' }, { id: '3' }],
    getUserByExtension: (extension: string) => ({ fullName: `User ${extension}` }),
  }
  expect(read(helper, [['2', 'Told']])).toEqual([
    ['1', 'Own', undefined],
    ['2', 'Told', undefined],
    ['3', 'User 3', undefined],
  ])
})

test('without the privilege to see users only a few are asked for', () => {
  let asked = 0
  const helper = {
    getExtensions: () => Array.from({ length: 50 }, (_, index) => String(1000 + index)),
    getUserByExtension: () => {
      asked++
      throw new Error('no privilege')
    },
  }
  expect(read(helper)).toHaveLength(50)
  expect(asked).toBe(3)
})

test('whether an extension is registered is told where the PBX tells it', () => {
  const extensions = [{ id: '1', State: 'Connected' }, { id: '2', State: 'Disconnected' }, '3']
  expect(read({ getExtensions: () => extensions }).map(([, , online]) => online)).toEqual([
    true,
    false,
    undefined,
  ])
})

test('where the helper lists nothing the directory is what users told', () => {
  const throwing = {
    getExtensions: () => {
      throw new Error('no')
    },
  }
  for (const helper of [undefined, {}, throwing, { getExtensions: () => null }]) {
    expect(read(helper, [['1001', 'Ana']])).toEqual([['1001', 'Ana', undefined]])
  }
})

test('a user names each of his devices', () => {
  const user = { fullName: 'Ana Ruiz', devices: ['1001', { Id: '6001@pbx' }, ''] }
  expect(namesOfUser(user)).toEqual([
    ['1001', 'Ana Ruiz'],
    ['6001', 'Ana Ruiz'],
  ])
  for (const odd of [null, {}, { fullName: 'Ana' }, { devices: ['1001'] }]) {
    expect(namesOfUser(odd)).toEqual([])
  }
})
