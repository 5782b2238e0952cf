import type { Finding } from './finding.ts'
import { bad, good, warning } from './finding.ts'
import type { CheckMachine } from './machine.ts'
import { whyOf } from './machine.ts'

const what = 'script'
const mostBytes = 5 * 1024 * 1024

/** Whether the PBX's browser script is where walls will look for it, and is one. */
export async function checkScript(url: URL, { fetch, timeoutMs }: CheckMachine): Promise<Finding> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    const text = await readSome(response)
    if (response.ok) return judge(url, text, response.headers.get('Content-Type') ?? '')
    const mend = 'Open the address in a browser and correct pbx.scriptUrl.'
    return bad(what, `${url.href} answers with HTTP ${response.status}. ${mend}`)
  } catch (error) {
    const mend = 'Check that the PBX runs and that pbx.address and pbx.scriptUrl are right.'
    return bad(what, `${url.href} cannot be reached: ${whyOf(error)}. ${mend}`)
  }
}

function judge(url: URL, text: string, type: string): Finding {
  const size = `${Math.ceil(text.length / 1024)} kB`
  if (/^\s*</.test(text)) {
    const mend = 'Another program answers there; correct pbx.scriptUrl.'
    return bad(what, `${url.href} is a page, not a script. ${mend}`)
  }
  if (/\bOzWebClient\b/.test(text)) return good(what, `${url.href}, ${size}, names OzWebClient.`)
  if (!/javascript|ecmascript/i.test(type)) {
    const mend = 'Another program may answer there; correct pbx.scriptUrl.'
    return bad(what, `${url.href} is no script that names OzWebClient. ${mend}`)
  }
  const mend = 'Only a browser can tell whether it defines it all the same: open the wall.'
  return warning(what, `${url.href} is a script that does not name OzWebClient. ${mend}`)
}

/** The begin of the body, as much as a script may be long. */
async function readSome(response: Response): Promise<string> {
  if (response.body === null) return ''
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (text.length < mostBytes) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}
