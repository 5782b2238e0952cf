/** How a PBX's script that is not ours may differ from what its pages document. */
export interface StrangerHabits {
  /** What a connection callback gets. @default 'State' */
  readonly info?: 'State' | 'state' | 'plain'
  /** @default 'onConnectionStateChanged' */
  readonly connectionEvent?: 'onConnectionStateChanged' | 'onConStateChanged'
  /** `short`: Id, Callee, Caller, State, as some pages write them. @default 'documented' */
  readonly names?: 'documented' | 'short' | 'pascal'
  /** How `InCall` is written. @default 'InCall' */
  readonly words?: 'InCall' | 'INCALL' | 'IN_CALL' | 'In Call' | 'number'
  /** What a state callback gets. @default 'session, state' */
  readonly told?: 'session, state' | 'state, session' | 'session' | 'state'
  /** What the helper answers. @default 'map' */
  readonly listed?: 'map' | 'array' | 'null'
  /** When sessions may be announced: some scripts forget whoever registered before the grant. @default 'always' */
  readonly keeps?: 'always' | 'since the grant'
}

/** The parties of a session; every other property is as its name says. */
export type StrangerSession = Readonly<Record<string, string | number>> & {
  readonly sessionId: string
  readonly sessionState: string
}

/** What the script leaves in the page for a test to drive. */
export interface Stranger {
  readonly identities: readonly string[]
  connection(word: string): void
  /** Makes a session and announces it, unless it is to be found by the helper alone. */
  open(facts: StrangerSession, isSilent?: boolean): void
  to(sessionId: string, state: string): void
  close(sessionId: string): void
}

const order =
  'Created,Setup,TransferSetup,Ringing,InCall,CalleeOnHold,CallerOnHold,OnHold,OnHoldInactive,TransferRequested,' +
  'Transferring,TransferCompleted,TransferFailed,CallerHungUp,CalleeHungUp,Redirected,NotFound,Busy,Cancelled,' +
  'NotAnswered,Error,Aborted'

/** The text of a script that defines an OzWebClient without any transport: `window.stranger` makes it speak. */
export function strangerScript(habits: StrangerHabits): string {
  return `(function (habits, order) {
  var callbacks = {}, sessions = {}, identities = []
  var short = { sessionId: 'Id', sessionState: 'State' }
  function nameOf(name) {
    if (habits.names === 'short' && short[name]) return short[name]
    var isCapital = habits.names === 'short' || habits.names === 'pascal'
    return isCapital ? name[0].toUpperCase() + name.slice(1) : name
  }
  function spell(state) {
    var apart = state.replace(/([a-z])([A-Z])/g, '$1 $2')
    if (habits.words === 'INCALL') return state.toUpperCase()
    if (habits.words === 'IN_CALL') return apart.toUpperCase().replace(/ /g, '_')
    if (habits.words === 'In Call') return apart
    return habits.words === 'number' ? order.indexOf(state) : state
  }
  function register(name) {
    return function (callback) { (callbacks[name] = callbacks[name] || []).push(callback) }
  }
  function emit(name, value) {
    ;(callbacks[name] || []).forEach(function (callback) { callback(value) })
  }
  function list(word) {
    if (habits.listed === 'null') return null
    var found = {}
    Object.keys(sessions).forEach(function (id) {
      if (sessions[id].object[nameOf('sessionState')] === word) found[id] = sessions[id].object
    })
    return habits.listed === 'array' ? Object.keys(found).map(function (id) { return found[id] }) : found
  }
  var client = {
    helper: { getActiveSessionsBySessionState: list },
    connect: function (address, identity) { identities.push(identity) },
    disconnect: function () {},
    onSessionCreated: register('created'),
    onSessionClosed: register('closed'),
  }
  client[habits.connectionEvent || 'onConnectionStateChanged'] = register('connection')
  window.OzWebClient = client
  window.stranger = {
    identities: identities,
    connection: function (word) {
      var name = habits.info || 'State', info = {}
      info[name] = word
      if (word === 'ACCESS_GRANTED' && habits.keeps === 'since the grant') callbacks.created = callbacks.closed = undefined
      emit('connection', name === 'plain' ? word : info)
    },
    open: function (facts, isSilent) {
      var listeners = [], object = { onSessionStateChanged: function (callback) { listeners.push(callback) } }
      Object.keys(facts).forEach(function (name) { object[nameOf(name)] = facts[name] })
      object[nameOf('sessionState')] = spell(facts.sessionState)
      sessions[facts.sessionId] = { object: object, listeners: listeners }
      if (!isSilent) emit('created', object)
    },
    to: function (id, state) {
      var session = sessions[id], word = spell(state)
      session.object[nameOf('sessionState')] = word
      var told = { 'state, session': [word, session.object], session: [session.object], state: [word] }
      session.listeners.forEach(function (listener) {
        listener.apply(null, told[habits.told] || [session.object, word])
      })
    },
    close: function (id) {
      var session = sessions[id]
      delete sessions[id]
      emit('closed', session.object)
    },
  }
})(${JSON.stringify(habits)}, ${JSON.stringify(order.split(','))})`
}
