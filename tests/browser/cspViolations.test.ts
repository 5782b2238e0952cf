import { expect, onTestFinished, test } from 'vitest'
import { startViolationBook } from '@/app/cspViolations.ts'
import type { ViolationBook } from '@/app/cspViolations.ts'

interface PolicedPage {
  readonly frame: Document
  readonly book: ViolationBook
}

/** A page in a frame with a policy of its own, and the book of what it stops. */
async function policed(policy: string): Promise<PolicedPage> {
  const element = document.createElement('iframe')
  element.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}"><p>page</p>`
  const loaded = new Promise((resolve) => {
    element.onload = resolve
  })
  document.body.append(element)
  onTestFinished(() => element.remove())
  await loaded
  const frame = element.contentDocument!
  const book = startViolationBook(frame)
  onTestFinished(() => book.stop())
  return { frame, book }
}

/** Asks for a script; resolves when the page has been told that it did not come. */
function askFor({ frame }: PolicedPage, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = frame.createElement('script')
    script.onerror = () => resolve()
    script.onload = () => reject(new Error(`${url} was loaded`))
    script.src = url
    frame.head.append(script)
  })
}

const pbxScript = 'http://127.0.0.1:7777/WebphoneAPI'

test('the rule that stopped the PBX’s script is known as soon as the script has failed', async () => {
  const page = await policed("script-src 'self'")
  expect(page.book.blockedScript(pbxScript)).toBeUndefined()
  await askFor(page, `${pbxScript}?v=1`)
  expect(page.book.blockedScript(`${pbxScript}?v=1`)).toBe('script-src')
  expect(page.book.blockedScript('http://127.0.0.1:7778/WebphoneAPI')).toBeUndefined()
})

test('what was stopped is told once, with how often, and without what may be secret', async () => {
  const page = await policed("default-src 'none'")
  await askFor(page, `${pbxScript}?token=geheim`)
  await askFor(page, pbxScript)
  await askFor(page, 'http://127.0.0.1:7777/other.js')
  expect(page.book.take()).toEqual([
    { directive: 'script-src', blocked: pbxScript, count: 2 },
    { directive: 'script-src', blocked: 'http://127.0.0.1:7777/other.js', count: 1 },
  ])
  expect(page.book.take()).toEqual([])
  expect(page.book.blockedScript(pbxScript)).toBe('script-src')
})

function violation(facts: Partial<SecurityPolicyViolationEventInit>): Event {
  return new SecurityPolicyViolationEvent('securitypolicyviolation', {
    documentURI: 'http://192.0.2.20/',
    violatedDirective: 'script-src',
    effectiveDirective: 'script-src',
    originalPolicy: '',
    statusCode: 200,
    disposition: 'enforce',
    ...facts,
  })
}

function bookOf(...violations: Event[]): ViolationBook {
  const target = new EventTarget()
  const book = startViolationBook(target)
  for (const event of violations) target.dispatchEvent(event)
  book.stop()
  target.dispatchEvent(violation({ blockedURI: 'after the end' }))
  return book
}

test('a script that may not do what it needs is stopped, too', () => {
  const book = bookOf(violation({ blockedURI: 'eval', sourceFile: pbxScript }))
  expect(book.blockedScript(pbxScript)).toBe('script-src')
  expect(book.take()).toEqual([{ directive: 'script-src', blocked: 'eval', count: 1 }])
})

test('of a script that was found elsewhere only the origin is known', () => {
  const book = bookOf(violation({ blockedURI: 'http://127.0.0.1:7777' }))
  expect(book.blockedScript(pbxScript)).toBe('script-src')
})

test.each([
  ['script-src-elem', 'script-src'],
  ['style-src-attr', 'style-src'],
  ['connect-src', 'connect-src'],
])('%s is called %s', (effectiveDirective, directive) => {
  const [told] = bookOf(violation({ effectiveDirective, blockedURI: 'inline' })).take()
  expect(told?.directive).toBe(directive)
})

test('what a policy would only report is not told', () => {
  expect(bookOf(violation({ disposition: 'report', blockedURI: 'inline' })).take()).toEqual([])
})

test('a flood of violations is told as 20 short ones', () => {
  const book = bookOf(
    ...Array.from({ length: 500 }, (_, index) =>
      violation({ blockedURI: `http://192.0.2.1/${index}${'x'.repeat(1_000)}` }),
    ),
  )
  const told = book.take()
  expect(told).toHaveLength(20)
  expect(Math.max(...told.map(({ blocked }) => blocked.length))).toBe(300)
})
