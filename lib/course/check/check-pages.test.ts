import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { describeProblem } from '@/lib/course/files/content-error'
import { listSitePages } from '@/lib/course/site-pages'
import { checkContent } from './check-content'
import { LESSON, plantTree } from './testing/planted-tree'

const PAGE = {
  'pages/about/page.yaml': 'title: About\nsummary: A page that exists to be broken.\nupdated: 2026-11-22\n',
  'pages/about/page.mdx':
    'Text.\n\n## Why\n\n[Up](#why), [down](/about/team), [out](/courses/demo), [far](https://example.org).\n',
  'pages/about/team/page.yaml': 'title: Team\nsummary: Another page that may be broken.\nupdated: 2026-11-22\n',
  'pages/about/team/page.mdx': '<Callout tone="note">ReLU never falls: <Value of="relu.min" />.</Callout>\n',
}

function plantPages(change: Record<string, string> = {}): string {
  const root = plantTree()
  for (const [file, text] of Object.entries({ ...PAGE, ...change })) {
    mkdirSync(join(root, dirname(file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

const problemsOf = (root: string) => checkContent(root).problems.map(describeProblem)

test('pages without faults are reported without faults, and the folder is the address', () => {
  const root = plantPages()
  expect(problemsOf(root)).toEqual([])
  expect(listSitePages(root).map(({ address }) => address)).toEqual(['/about', '/about/team'])
})

test.each([
  [
    'a misspelt key',
    'pages/about/page.yaml',
    `${PAGE['pages/about/page.yaml']}tittle: x\n`,
    'page.yaml: tittle: is no key',
  ],
  [
    'a day that is none',
    'pages/about/page.yaml',
    'title: About\nsummary: A page that is broken.\nupdated: 22.11.2026\n',
    'page.yaml: updated: ',
  ],
  [
    'a dead link',
    'pages/about/page.mdx',
    '[Gone](/about/teem)\n',
    'page.mdx: 1:1: no page of this site is at "/about/teem". Did you mean "/about/team"?',
  ],
  ['a dead anchor', 'pages/about/page.mdx', '## Why\n\n[Up](#who)\n', 'page.mdx: 3:1: no heading has the anchor "who"'],
  [
    'a link over plain http',
    'pages/about/page.mdx',
    '[Far](http://example.org)\n',
    'page.mdx: 1:1: "http://example.org" is no https',
  ],
  [
    'a heading of the first order',
    'pages/about/page.mdx',
    '# About\n',
    'page.mdx: 1:1: the title comes from the YAML file beside it',
  ],
  [
    'a tag that needs a lesson',
    'pages/about/page.mdx',
    '<Quiz id="q-what" />\n',
    'page.mdx: 1:1: <Quiz> belongs to a lesson',
  ],
  [
    'a tag that does not exist',
    'pages/about/page.mdx',
    '<Calout tone="note">x</Calout>\n',
    'page.mdx: 1:1: <Calout> is no tag',
  ],
  ['an expression', 'pages/about/page.mdx', '{1 + 1}\n', 'page.mdx: 1:1: {1 + 1} is an expression'],
  ['MDX that does not parse', 'pages/about/page.mdx', '<Callout tone="note">\n', 'page.mdx: is not valid MDX'],
  ['an address in capitals', 'pages/about/Team/page.yaml', 'title: x\n', 'pages/about/Team: is an address'],
])('%s', (_name, file, text, expected) => {
  const problems = problemsOf(plantPages({ [file]: text }))
  expect(problems, problems.join('\n')).toHaveLength(1)
  expect(problems[0]).toContain(`content/pages/about`)
  expect(problems[0]).toContain(expected)
})

test('a page without its text', () => {
  expect(problemsOf(plantPages({ 'pages/help/page.yaml': PAGE['pages/about/page.yaml'] }))[0]).toBe(
    'content/pages/help/page.mdx: is missing or cannot be read: a page is page.yaml and page.mdx.',
  )
})

test('a lesson may link to a page', () => {
  const root = plantPages()
  const lesson = join(root, LESSON, 'lesson.mdx')
  writeFileSync(lesson, 'See [the glossary](/glossary) and [us](/about).\n', { flag: 'a' })
  expect(problemsOf(root)).toEqual([])
})
