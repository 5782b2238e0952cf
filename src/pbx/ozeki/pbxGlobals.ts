import { hasMethod, readProperty } from './foreign.ts'

declare const OzWebClient: unknown

/**
 * The object that the PBX's script defines, once it is there and can connect. A script may define it as a property
 * of the window or, by `const` or `class`, as a global that is none.
 */
export function findOzWebClient(scope: object): object | undefined {
  const found = readProperty(scope, 'OzWebClient') ?? lexicalGlobal()
  return hasMethod(found, 'connect') ? found : undefined
}

/** Naming a global that is still being defined throws. */
function lexicalGlobal(): unknown {
  try {
    return typeof OzWebClient === 'undefined' ? undefined : OzWebClient
  } catch {
    return undefined
  }
}
