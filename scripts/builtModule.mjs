import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './project.mjs'

/**
 * Builds a module of the project as the product is built, so that what is measured is what runs, and gives its address
 * to `action`; afterwards it is gone from the disk. Asks for vite only now, since that may not be installed before.
 */
export async function withBuilt(file, action) {
  const { build } = await import('vite')
  const outDir = await mkdtemp(join(tmpdir(), 'callwall-built-'))
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      build: {
        ssr: join(root, file),
        ...{ outDir, emptyOutDir: false, target: 'node20', minify: false },
        rollupOptions: { output: { entryFileNames: 'built.mjs' } },
      },
      ssr: { noExternal: true },
    })
    return await action(pathToFileURL(join(outDir, 'built.mjs')).href)
  } finally {
    await rm(outDir, { recursive: true })
  }
}

/** The module itself, built and loaded. */
export function loadBuilt(file) {
  return withBuilt(file, (address) => import(address))
}
