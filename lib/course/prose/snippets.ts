/**
 * The code of a lesson that readers may paste: its fenced Python blocks, and the
 * language of each, which its title begins with. Pure: tree in, snippets out.
 * That they run is shown by scripts/snippets.
 */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { ProseFault } from './check-vocabulary'
import { suggestName } from './nearest-name'

export const SNIPPET_LANGUAGES = ['PyTorch', 'Keras', 'scikit-learn', 'Python'] as const

export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number]

export interface Snippet {
  language: SnippetLanguage
  title: string
  code: string
  /** Of the first line of code. */
  line: number
}

/** In reading order; one whose title says no language is left out (checkSnippets reports it). */
export function snippetsOf(tree: Root): Snippet[] {
  return pythonIn(tree).flatMap(({ title, code, line }) => {
    const language = SNIPPET_LANGUAGES.find((name) => name === spokenLanguage(title))
    return language === undefined ? [] : [{ language, title, code, line: line + 1 }]
  })
}

/** Blocks of Python that cannot be told apart: without a title, or with one that names no language. */
export function checkSnippets(tree: Root): ProseFault[] {
  return pythonIn(tree).flatMap(({ title, line, column }) => {
    const language = spokenLanguage(title)
    if (SNIPPET_LANGUAGES.some((name) => name === language)) return []
    const known = SNIPPET_LANGUAGES.join(', ')
    const found = title === '' ? 'has no title' : `has the title "${title}"`
    const message = `this block of Python ${found}. Begin its title with its language, one of ${known}: title="PyTorch · what it does".${suggestName(language, SNIPPET_LANGUAGES)}`
    return [{ line, column, message }]
  })
}

function spokenLanguage(title: string): string {
  const [language = '', rest] = title.split(' · ')
  return rest === undefined || rest.trim() === '' ? '' : language
}

function pythonIn(tree: Root): { title: string; code: string; line: number; column: number }[] {
  const blocks: { title: string; code: string; line: number; column: number }[] = []
  visit(tree, 'code', ({ lang, meta, value, position }) => {
    if (lang !== 'python' && lang !== 'py') return
    const { line, column } = position?.start ?? { line: 1, column: 1 }
    blocks.push({ title: /title="([^"]*)"/.exec(meta ?? '')?.[1] ?? '', code: value, line, column })
  })
  return blocks
}
