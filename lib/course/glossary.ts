/** The glossary, ready to show: `content/glossary.yaml`, rendered and sorted. Server only. */
import { join } from 'node:path'
import katex from 'katex'
import { ContentError } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { memoByTree } from '@/lib/course/files/memo'
import { displayPath, loadYamlFile } from '@/lib/course/files/yaml-file'
import { renderInlineMarkdown } from '@/lib/course/prose/markdown'
import { findLessonById } from './catalog'
import { glossaryFileSchema, type TermText } from './glossary-schema'

export interface GlossaryTerm {
  id: string
  term: string
  /** Other names that are words; formulas are only there to be searched for. */
  alsoCalled: string[]
  definitionHtml: string
  formulaHtml: string | null
  /** Name of the engine's activation that it is. */
  activation: string | null
  seeAlso: { id: string; term: string }[]
  lesson: { href: string; title: string; planned: boolean } | null
}

export function glossaryHref(id: string): string {
  return `/glossary#${id}`
}

/** Where the formula sheet has an activation. */
export function formulaHref(activation: string): string {
  return `/formulas#${activation}`
}

/** By term, as a dictionary has them. Throws ContentError for what cannot be read or rendered. */
export function loadGlossary(): GlossaryTerm[] {
  const root = contentRoot()
  return memoByTree('glossary', root, () => {
    const terms = readGlossary(root)
    const shown = terms.map((term, index): GlossaryTerm => {
      const lesson = term.lesson === undefined ? null : findLessonById(term.lesson)
      return {
        id: term.id,
        term: term.term,
        alsoCalled: term.aliases.filter(isWords),
        ...renderTerm(root, term, index),
        activation: term.activation ?? null,
        seeAlso: terms.filter(({ id }) => term.seeAlso.includes(id)).map(({ id, term: name }) => ({ id, term: name })),
        lesson: lesson && { href: lesson.href, title: lesson.title, planned: lesson.status === 'planned' },
      }
    })
    return shown.sort((a, b) => a.term.localeCompare(b.term, 'en'))
  })
}

/** The terms as and where written in `root` (the content folder), read now. */
export function readGlossary(root: string): TermText[] {
  return loadYamlFile(root, glossaryPath(root), glossaryFileSchema).terms
}

export function glossaryPath(root: string): string {
  return join(/*turbopackIgnore: true*/ root, 'glossary.yaml')
}

/** `index` is the term's place in the file. Throws ContentError where Markdown or maths cannot be set. */
export function renderTerm(root: string, term: TermText, index: number) {
  const attempt = (key: string, render: () => string) => {
    try {
      return render()
    } catch (error) {
      const message = `cannot be rendered: ${error instanceof Error ? error.message : String(error)}`
      throw new ContentError([{ file: displayPath(root, glossaryPath(root)), key: `terms[${index}].${key}`, message }])
    }
  }
  const { definition, formula } = term
  return {
    definitionHtml: attempt('definition', () => renderInlineMarkdown(definition)),
    formulaHtml: formula === undefined ? null : attempt('formula', () => katex.renderToString(formula, MATHML)),
  }
}

const MATHML = { output: 'mathml', strict: true, throwOnError: true } as const

function isWords(alias: string): boolean {
  return /^[\p{L}\p{N}\s'’-]+$/u.test(alias) && /\p{L}{2}/u.test(alias)
}
