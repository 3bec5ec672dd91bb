import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { hashInlineScripts, writeScriptHashes } from './script-hashes.mjs'

/** `printf 'alert(1)' | openssl dgst -sha256 -binary | base64` */
const ALERT = 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='

test('script hashes: inline scripts are hashed, each once, whatever their attributes', () => {
  const html = `<script>alert(1)</script><p></p><script id="x" type="module">alert(1)</script><script>alert(2)</script>`
  expect(hashInlineScripts(html)).toEqual([ALERT, expect.stringMatching(/^sha256-.{43}=$/)])
})

test('script hashes: scripts from files have none', () => {
  expect(hashInlineScripts('<script src="/a.js" async=""></script><script defer src="/b.js"></script>')).toEqual([])
})

test('script hashes: the table goes by the path of each prerendered page', () => {
  const build = mkdtempSync(path.join(inject('testFolder'), 'build-'))
  mkdirSync(path.join(build, 'server/app/courses'), { recursive: true })
  writeFileSync(path.join(build, 'server/app/index.html'), '<script>alert(1)</script>')
  writeFileSync(path.join(build, 'server/app/_not-found.html'), '<p>nothing inline</p>')
  writeFileSync(path.join(build, 'server/app/courses/relu.html'), '<script>alert(1)</script>')
  writeFileSync(path.join(build, 'server/app/courses/relu.rsc'), '<script>not a page</script>')
  writeScriptHashes(build)
  expect(JSON.parse(readFileSync(path.join(build, 'csp-hashes.json'), 'utf8'))).toEqual({
    '/': [ALERT],
    '/_not-found': [],
    '/courses/relu': [ALERT],
  })
})
