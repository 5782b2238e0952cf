import type { Finding } from './finding.ts'
import { bad, note, warning } from './finding.ts'
import type { Reach } from './reach.ts'

/** An address that a browser will use, and who can reach it; `undefined` where its name leads nowhere. */
export interface Reached {
  readonly url: URL
  readonly reach: Reach | undefined
}

export interface WallFacts {
  readonly wall: Reached
  readonly script: Reached
  /** The host that the wall connects to, as in the config. */
  readonly address: string
  readonly pbx: Reach | undefined
}

const what = 'wall'

/** What a browser that opens the wall will not do, however right everything else is. */
export function wallTraps(facts: WallFacts): readonly Finding[] {
  return [
    ...mixedContent(facts),
    ...privateNetwork(facts),
    ...selfAddressed(facts),
    ...automatic(facts),
    ...wakeLock(facts),
  ]
}

function mixedContent({ wall, script }: WallFacts): readonly Finding[] {
  if (wall.url.protocol !== 'https:') return []
  if (script.url.protocol === 'http:') {
    const mend =
      'Open the wall by http inside your network, or give the PBX’s script and gateway https, too, and set pbx.scriptUrl.'
    return [
      bad(
        what,
        `A wall by https may not load the PBX’s script by http, nor open its plain socket: browsers block both. ${mend}`,
      ),
    ]
  }
  const text =
    'The wall and the script come by https, so the script has to open an encrypted socket. Whether the PBX’s script does is not documented: try it.'
  return [warning(what, text)]
}

function privateNetwork({ wall, script, pbx }: WallFacts): readonly Finding[] {
  const isInside = script.reach === 'private' || pbx === 'private'
  if (wall.reach !== 'public' || !isInside) return []
  const mend = 'Open the wall by an address of the same private network.'
  return [
    bad(
      what,
      `A page from the public address ${wall.url.host} may not load from the PBX’s private one. ${mend}`,
    ),
  ]
}

function selfAddressed({ wall, script, pbx }: WallFacts): readonly Finding[] {
  const isItself = script.reach === 'loopback' || pbx === 'loopback'
  if (wall.reach === 'loopback' || !isItself) return []
  const mend = 'Write the PBX’s address in the network into pbx.address and pbx.scriptUrl.'
  return [
    bad(what, `Each screen would look for the PBX in itself (127.0.0.1 or localhost). ${mend}`),
  ]
}

function automatic({ wall, address }: WallFacts): readonly Finding[] {
  if (address !== 'auto') return []
  const text = `pbx.address is “auto”: walls look for the PBX at ${wall.url.hostname}. Right only if it runs there.`
  return [note(what, text)]
}

function wakeLock({ wall }: WallFacts): readonly Finding[] {
  if (wall.reach === 'loopback') {
    return [
      note(what, `Only this machine can open ${wall.url.host}; name the address that TVs use.`),
    ]
  }
  if (wall.url.protocol === 'https:') return []
  const mend = 'Switch the screen saver of the TV off; docs/tv.md says how.'
  return [note(what, `By plain http a page cannot keep the screen awake. ${mend}`)]
}
