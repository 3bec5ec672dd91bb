/** Checks the glossary: it parses and renders, ids and names are each one term's, and what it points at exists. */
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { readGlossary, renderTerm } from '@/lib/course/glossary'
import type { TermText } from '@/lib/course/glossary-schema'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { activations } from '@/lib/engine'
import { runTogether } from '@/lib/search/fold'

const FILE = 'content/glossary.yaml'

export function checkGlossary(root: string, lessonIds: readonly string[]): ContentProblem[] {
  let terms: TermText[]
  try {
    terms = readGlossary(root)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return [...error.problems]
  }
  const ids = terms.map(({ id }) => id)
  const known: readonly string[] = Object.keys(activations)
  return terms.flatMap((term, index) => {
    const key = (rest: string) => `terms[${index}].${rest}`
    const problem = (rest: string, message: string) => ({ file: FILE, key: key(rest), message })
    const missing = (rest: string, what: string, id: string, among: readonly string[]) =>
      among.includes(id) ? [] : [problem(rest, `there is no ${what} "${id}".${suggestName(id, among)}`)]
    return [
      ...rendered(root, term, index),
      ...(ids.indexOf(term.id) === index ? [] : [problem('id', `"${term.id}" is already the id of another term.`)]),
      ...takenNames(terms, index).map(({ at, name, owner }) =>
        problem(at, `"${name}" already is or names "${owner}": a name belongs to one term.`),
      ),
      ...term.seeAlso.flatMap((id, at) =>
        id === term.id ? [problem(`seeAlso[${at}]`, 'is this very term.')] : missing(`seeAlso[${at}]`, 'term', id, ids),
      ),
      ...(term.lesson === undefined ? [] : missing('lesson', 'lesson', term.lesson, lessonIds)),
      ...(term.activation === undefined ? [] : missing('activation', 'activation', term.activation, known)),
    ]
  })
}

function rendered(root: string, term: TermText, index: number): readonly ContentProblem[] {
  try {
    renderTerm(root, term, index)
    return []
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.problems
  }
}

/** Names of this term that an earlier one has, or that it says twice itself, compared as the search compares them. */
function takenNames(terms: readonly TermText[], index: number): { at: string; name: string; owner: string }[] {
  const seen = new Map<string, string>()
  for (const { term, aliases } of terms.slice(0, index)) {
    for (const name of [term, ...aliases]) seen.set(runTogether(name), term)
  }
  const { term = '', aliases = [] } = terms[index] ?? {}
  return [{ at: 'term', name: term }, ...aliases.map((name, at) => ({ at: `aliases[${at}]`, name }))].flatMap((one) => {
    const owner = seen.get(runTogether(one.name))
    seen.set(runTogether(one.name), term)
    return owner === undefined ? [] : [{ ...one, owner }]
  })
}
