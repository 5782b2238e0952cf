import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledPackages } from './bundledPackages.mjs'
import { fail, root } from './project.mjs'

const file = 'THIRD-PARTY.md'
const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages

const text = thirdParty(await bundledPackages())
const path = join(root, file)
if (!process.argv.includes('--check')) writeFileSync(path, text)
else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  fail(`${file} is not that of the build and of package-lock.json. Renew it: npm run licences`)
}

function thirdParty(bundled) {
  const parts = bundled.map((name) => read(`node_modules/${name}`))
  const installed = Object.keys(locked)
    .filter((place) => place !== '' && !locked[place].dev && !locked[place].devOptional)
    .map(read)
  const texts = new Map()
  for (const { title, licenceText } of [...parts, ...installed]) {
    texts.set(licenceText, (texts.get(licenceText) ?? new Set()).add(title))
  }
  return `# Work of others

callwall itself is under the MIT licence (LICENSE). It contains and uses the work of others, with thanks. This page is made by
\`npm run licences\`, from what the build puts together and from package-lock.json.

## Inside this package

Parts of these are in the files under \`dist\`.

${list(parts)}

## Installed beside it

npm installs these with callwall; of \`@libsql/…\` the one that fits the machine. That one contains SQLite, which is in the public
domain, as libSQL has changed it (MIT).

${list(installed)}

## The licences

${[...texts].map(licence).join('\n')}`
}

function read(place) {
  const entry = locked[place]
  if (entry === undefined) fail(`${place} is not in package-lock.json.`)
  const name = place.replace(/^.*node_modules\//, '')
  return { title: `${name} ${entry.version}`, name: entry.license, licenceText: licenceOf(place) }
}

/**
 * The licence that a package brings along. Which of the platforms' packages are there depends on the machine that asks;
 * those, and what brings none, are under that of the package that they belong to or, where the lock says MIT, of their author.
 */
function licenceOf(place) {
  if (place.includes('/@libsql/')) return licenceOf('node_modules/libsql')
  const folder = join(root, place)
  const files = readdirSync(folder).filter((each) => /^(licen[cs]e|notice|copying)/i.test(each))
  if (files.length > 0) {
    const texts = files.sort().map((each) => readFileSync(join(folder, each), 'utf8'))
    return texts.map(ownPart).join('\n\n')
  }
  const { license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const owner = typeof author === 'string' ? author : author?.name
  if (license !== 'MIT' || owner === undefined) fail(`${place} brings no licence.`)
  const [, ...terms] = readFileSync(join(root, 'LICENSE'), 'utf8')
    .trim()
    .split(/^Copyright.*$/m)
  return `MIT License\n\nCopyright (c) ${owner}${terms.join('')}`
}

/** Without what a build tool says of the code inside itself, none of which ends up in what it builds. */
function ownPart(text) {
  const [own = ''] = text.split(
    /^(?:# Licenses of bundled dependencies|end of terms and conditions)$/m,
  )
  return own.replaceAll('\r', '').trim()
}

function list(packages) {
  const lines = packages.map(({ title, name }) => `- ${title}: ${name}`)
  return [...new Set(lines)].join('\n')
}

function licence([licenceText, titles]) {
  return `### ${[...titles].join(', ')}\n\n\`\`\`\`text\n${licenceText}\n\`\`\`\`\n`
}
