import { build } from 'vite'
import { root } from './project.mjs'

/** What the build tools themselves add to what they build, by how they name it. */
const helpers = [
  ['\0vite/', 'vite'],
  ['\0plugin-vue:', '@vitejs/plugin-vue'],
  ['\0rolldown/', 'rolldown'],
  ['\0@oxc-project+runtime@', 'rolldown'],
]

/** The builds of `npm run build`, by mode. */
const builds = [
  ['production', {}],
  ['webphone', {}],
  ['server', { ssr: true }],
]

/**
 * Names of the packages of which something ends up in `dist`, sorted: by the modules and files of a build that writes
 * nothing. Rejects when it does not build, or adds something whose origin is not known.
 */
export async function bundledPackages() {
  // A test runner has set another, and with it libraries bring their tools for developers along.
  process.env.NODE_ENV = 'production'
  const names = new Set()
  for (const [mode, more] of builds) {
    const options = { root, mode, logLevel: 'error', build: { write: false, ...more } }
    for (const { output } of [await build(options)].flat()) {
      for (const id of output.flatMap(originsOf)) {
        const name = packageOf(id)
        if (name !== undefined) names.add(name)
      }
    }
  }
  return [...names].sort()
}

function originsOf(part) {
  return part.type === 'chunk' ? Object.keys(part.modules) : part.originalFileNames
}

/** The package that a module or file comes from; undefined for what is our own. */
function packageOf(id) {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? []
  if (name !== undefined) return name
  const [, helper] = helpers.find(([start]) => id.startsWith(start)) ?? []
  if (helper === undefined && id.startsWith('\0') && !id.includes('/src/')) {
    throw new Error(
      `Nobody knows where ${JSON.stringify(id)} comes from: name it in ${import.meta.url}`,
    )
  }
  return helper
}
