import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, ensureBuilt, ensureInstalled, fail, root } from './project.mjs'

checkNode()
ensureInstalled()
if (!ensureBuilt()) fail('The build failed; the messages above say where.')

const cli = join(root, 'dist', 'server', 'cli.js')
const child = spawn(process.execPath, [cli, 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
// npm does not pass a signal on: whoever ends npm would leave the wall running, and its ports taken.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM')
}, 500)
child.on('exit', (code) => {
  clearInterval(watch)
  process.exitCode = code ?? 1
})
