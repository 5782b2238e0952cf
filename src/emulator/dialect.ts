/**
 * What the PBX's documents contradict each other on, or leave open: every option with its values. The sources are
 * pages of the vendor's documentation; SDK names those of its .NET and SIP libraries.
 */
export const dialectOptions = {
  /** What a connection callback gets: `{ State }` (callwall's first document, HUD example) or the word (connect page). */
  connectionInfo: ['object', 'text'],
  /** All code calls the first; the documentation's navigation has a page on the second. */
  connectionEvent: ['onConnectionStateChanged', 'onConStateChanged'],
  /** `caller` (Session page) or `Caller` (blindTransfer page, SDK); also of extensions and users. */
  propertyCase: ['camel', 'pascal'],
  /** Session page; code of the onSessionStateChanged page; SDK. */
  sessionId: ['sessionId', 'Id', 'SessionID'],
  /** Session page; code of the blindTransfer page and SDK. */
  sessionState: ['sessionState', 'State'],
  /** Session page; SDK; no sample uses it. */
  masterSessionId: ['masterSessionId', 'MasterSessionID', 'absent'],
  /** The popup samples use the first; SDK; the Session page's table has none. */
  direction: ['direction', 'CallDirection', 'absent'],
  /**
   * `InCall` (SDK); `INCALL` (getActiveSessionsBySessionState page); `IN_CALL` (its sample); the seven words of the
   * onSessionStateChanged page.
   */
  stateWords: ['Pascal', 'UPPER', 'UPPER_SNAKE', 'seven'],
  /** The onSessionStateChanged page: its code takes both, its list of arguments has the session only. */
  stateCallback: ['sessionAndState', 'session'],
  /** Whether the last change before a close is told; documented nowhere. */
  finalStates: ['told', 'untold'],
  /** Whether onSessionClosed is called; only one of the popup samples uses it. */
  closeEvents: ['on', 'off'],
  /** Sessions that were alive at the connect: the helper finds them, or onSessionCreated tells them too. Undocumented. */
  aliveSessions: ['found', 'replayed'],
  /** How the helper wants to be asked for a state: in any spelling (page and sample differ), or its own words only. */
  helperWords: ['any', 'own'],
  /** `getActiveSessionsBySessionState` answers an object by ids (its sample); the SDK's twin a list. */
  helperLists: ['map', 'array'],
  /** With the offset (ListActiveCalls page) or `yyyy-MM-dd HH:mm:ss` (GetCallHistory page); the Session page says text. */
  startTime: ['iso', 'local'],
  /** Whole seconds (ListActiveCalls page); decimals (the same of Ozeki 10); the spans of the SDK. */
  durations: ['seconds', 'decimalSeconds', 'HH:mm:ss', 'HH:mm:ss.fffffff', 'd.HH:mm:ss'],
  /** Another web client's properties beside its number (code of the onClientStateChanged page) or inside (its text). */
  clientInfo: ['flat', 'nested'],
  /** The HTTP API of Ozeki Phone System XE, or that of Ozeki 10 at `/api`. */
  httpApi: ['xe', 'ozeki10'],
} as const

/** How an emulated PBX speaks: one value for every option. Data only, since the browser script gets it as such. */
export type Dialect = {
  readonly [Name in keyof typeof dialectOptions]: (typeof dialectOptions)[Name][number]
}

/** What most of the pages say, and more than any one of them. */
const documented: Dialect = {
  connectionInfo: 'object',
  connectionEvent: 'onConnectionStateChanged',
  propertyCase: 'camel',
  sessionId: 'sessionId',
  sessionState: 'sessionState',
  masterSessionId: 'masterSessionId',
  direction: 'direction',
  stateWords: 'Pascal',
  stateCallback: 'sessionAndState',
  finalStates: 'told',
  closeEvents: 'on',
  aliveSessions: 'found',
  helperWords: 'any',
  helperLists: 'map',
  startTime: 'iso',
  durations: 'seconds',
  clientInfo: 'flat',
  httpApi: 'xe',
}

/** What the popup samples and the onSessionStateChanged page show, and no more. */
const seed: Dialect = {
  ...documented,
  masterSessionId: 'absent',
  stateWords: 'seven',
  helperWords: 'own',
}

/** A script that hands the objects of the .NET API through as they are. */
const dotnet: Dialect = {
  ...documented,
  connectionInfo: 'text',
  propertyCase: 'pascal',
  sessionId: 'SessionID',
  sessionState: 'State',
  masterSessionId: 'MasterSessionID',
  direction: 'CallDirection',
  helperWords: 'own',
  helperLists: 'array',
  durations: 'HH:mm:ss.fffffff',
}

/** The dialects that have a name. */
export const profiles = { documented, seed, dotnet } as const satisfies Record<string, Dialect>

export type ProfileName = keyof typeof profiles
