/**
 * Prerendered pages carry inline scripts and, being files, no nonce. After a build their
 * hashes go into a table by path, from which proxy.ts writes each page's policy.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/** `sha256-…` of every inline script of a page, each once. */
export function hashInlineScripts(html) {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
  )
  return [...new Set(hashes)]
}

/** `courses/a.html` → `/courses/a`, `index.html` → `/` */
const pathOf = (file) =>
  `/${file
    .split(path.sep)
    .join('/')
    .replace(/\.html$/, '')
    .replace(/^index$/, '')}`

/** Writes `csp-hashes.json` into the build's folder: path → hashes. */
export function writeScriptHashes(buildFolder) {
  const pages = path.join(buildFolder, 'server/app')
  const files = existsSync(pages) ? readdirSync(pages, { recursive: true }) : []
  const table = {}
  for (const file of files.filter((name) => name.endsWith('.html')).sort()) {
    table[pathOf(file)] = hashInlineScripts(readFileSync(path.join(pages, file), 'utf8'))
  }
  writeFileSync(path.join(buildFolder, 'csp-hashes.json'), JSON.stringify(table))
}
