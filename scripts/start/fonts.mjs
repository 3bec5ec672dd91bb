/**
 * The fonts that a page waits for: the letters of plain English, in the weights the site uses, cut out of the packages'
 * files. 45 kB where those are 150. Every other letter comes from the packages, when a page has it (app/fonts.css).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, say } from './step.mjs'

const FOLDER = 'app/fonts'
const FONTS = [
  { name: 'inter.woff2', from: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2' },
  {
    name: 'source-serif.woff2',
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  },
  {
    name: 'source-serif-italic.woff2',
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  },
]
const WEIGHTS = { min: 400, max: 700 }

/** ASCII, the no-break space and the marks of printed English. app/fonts.css names the same. */
const LETTERS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i))}\u00a0·×–—‘’“”…`

const source = ({ from }) => path.join(root, 'node_modules', from)
const target = ({ name }) => path.join(root, FOLDER, name)
const stampFile = path.join(root, FOLDER, 'stamp')

/** What the files depend on: the packages' files and this one. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename))
  for (const font of FONTS) hash.update(readFileSync(source(font)))
  return hash.digest('hex')
}

export async function cutFonts() {
  const wanted = fingerprint()
  const current = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted
  if (current && FONTS.every((font) => existsSync(target(font)))) return
  say('cutting the fonts …')
  const { default: subsetFont } = await import('subset-font')
  mkdirSync(path.join(root, FOLDER), { recursive: true })
  for (const font of FONTS) {
    const options = { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS } }
    writeFileSync(target(font), await subsetFont(readFileSync(source(font)), LETTERS, options))
  }
  writeFileSync(stampFile, wanted)
}
