import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, inject, test } from 'vitest'
import { rewritePages, runScriptsAfterPaint } from './scripts-after-paint.mjs'

const PAGE =
  '<!DOCTYPE html><html><head><link rel="preload" as="script" fetchPriority="low" href="/b.js"/>' +
  '<link rel="preload" href="/f.woff2" as="font"/><script src="/a.js" async=""></script>' +
  '<script src="/old.js" noModule=""></script></head><body><p>Text.</p>' +
  '<script src="/b.js" async=""></script><script>push($&)</script></body></html>'

interface Browser {
  hidden?: boolean
  /** Whether it tells when it has painted. */
  tells?: boolean
}

/** What the page's last inline script does in a browser. */
function run(html: string, { hidden = false, tells = true }: Browser = {}) {
  const source = /.*<script>([\s\S]*?)<\/script><\/body>/.exec(html)?.[1] ?? ''
  const asked: { src: string; async: boolean }[] = []
  const tasks: { task: () => void; afterMs: number }[] = []
  let paint = () => {}
  class PerformanceObserver {
    constructor(told: () => void) {
      paint = told
    }
    observe() {}
  }
  runInNewContext(source, {
    window: tells ? { PerformanceObserver } : {},
    PerformanceObserver,
    document: { hidden, createElement: () => ({}), head: { appendChild: (script: never) => asked.push(script) } },
    setTimeout: (task: () => void, afterMs = 0) => tasks.push({ task, afterMs }),
  })
  const pass = (ms: number) => {
    for (const { task } of tasks.filter(({ afterMs }) => afterMs <= ms)) task()
  }
  return { asked, pass, paint: () => paint() }
}

test('scripts after paint: the document asks for none of them, and for all else as before', () => {
  const html = runScriptsAfterPaint(PAGE)
  expect(html).not.toMatch(/<script src="[^"]*" async/)
  expect(html).not.toContain('as="script"')
  for (const kept of ['as="font"', '<script src="/old.js" noModule="">', '<p>Text.</p>', '<script>push($&)</script>'])
    expect(html).toContain(kept)
})

test('scripts after paint: they are asked for in a task after the first picture, in order, once', () => {
  const { asked, pass, paint } = run(runScriptsAfterPaint(PAGE))
  pass(100)
  expect(asked).toEqual([])
  paint()
  expect(asked).toEqual([])
  pass(100)
  pass(10_000)
  expect(asked).toEqual([
    { src: '/a.js', async: true },
    { src: '/b.js', async: true },
  ])
})

test('scripts after paint: a browser that never tells is waited for no longer than two seconds', () => {
  const { asked, pass } = run(runScriptsAfterPaint(PAGE))
  pass(2000)
  expect(asked).toHaveLength(2)
})

test.each([{ hidden: true }, { tells: false }])('scripts after paint: asked for at once where %o', (browser) => {
  expect(run(runScriptsAfterPaint(PAGE), browser).asked).toHaveLength(2)
})

test('scripts after paint: a page without scripts stays as it is', () => {
  expect(runScriptsAfterPaint('<html><head></head><body></body></html>')).toBe(
    '<html><head></head><body></body></html>',
  )
})

test('scripts after paint: every page of a build is rewritten, and nothing else', () => {
  const build = mkdtempSync(path.join(inject('testFolder'), 'build-'))
  mkdirSync(path.join(build, 'server/app/courses'), { recursive: true })
  for (const file of ['index.html', 'courses/relu.html', 'courses/relu.rsc'])
    writeFileSync(path.join(build, 'server/app', file), PAGE)
  rewritePages(build)
  const read = (file: string) => readFileSync(path.join(build, 'server/app', file), 'utf8')
  expect(read('index.html')).toBe(runScriptsAfterPaint(PAGE))
  expect(read('courses/relu.html')).toBe(runScriptsAfterPaint(PAGE))
  expect(read('courses/relu.rsc')).toBe(PAGE)
})
