import type { PbxScope } from '../../src/pbx/ozeki/loadScript.ts'

interface FakeScript {
  src: string
  async: boolean
  onload: (() => void) | null
  onerror: (() => void) | null
  remove(): void
}

/** A window with a head, into which scripts can be put that the test loads or fails. */
export interface FakePage {
  readonly scope: PbxScope
  /** The script elements in the head, oldest first. */
  readonly scripts: readonly FakeScript[]
  /** Defines a global, as a script would. */
  define(name: string, value: unknown): void
}

export function createFakePage(globals: Readonly<Record<string, unknown>> = {}): FakePage {
  const scripts: FakeScript[] = []
  const createElement = (): FakeScript => {
    const element: FakeScript = {
      src: '',
      async: false,
      onload: null,
      onerror: null,
      remove: () => {
        const index = scripts.indexOf(element)
        if (index >= 0) scripts.splice(index, 1)
      },
    }
    return element
  }
  const head = { appendChild: (element: FakeScript) => scripts.push(element) }
  const document = { createElement, head } as unknown as PbxScope['document']
  const scope = { ...globals, document }
  return { scope, scripts, define: (name, value) => Object.assign(scope, { [name]: value }) }
}
