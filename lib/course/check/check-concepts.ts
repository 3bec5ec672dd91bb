/** Checks the concepts: what lessons and concepts name exists, none is taught nowhere, none builds on itself. */
import type { Lesson } from '@/lib/course/catalog'
import { readConcepts } from '@/lib/course/concepts'
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { suggestName } from '@/lib/course/prose/nearest-name'
import type { Concept } from '@/lib/course/schema'

const FILE = 'content/concepts.yaml'

/** `lessons`: each once; `lost`: those that have faults of their own and may teach something all the same. */
export function checkConcepts(
  root: string,
  lessons: readonly Lesson[],
  lost: readonly Pick<Lesson, 'concepts'>[],
): ContentProblem[] {
  let concepts: Concept[]
  try {
    concepts = readConcepts(root)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return [...error.problems]
  }
  const ids = concepts.map(({ id }) => id)
  const taught = new Set([...lessons, ...lost].flatMap((lesson) => lesson.concepts))
  return [
    ...lessons.flatMap((lesson) =>
      lesson.concepts.flatMap((id, at) =>
        ids.includes(id)
          ? []
          : [
              {
                file: `content/${lesson.folder}/lesson.yaml`,
                key: `concepts[${at}]`,
                message: `${FILE} has no concept "${id}".${suggestName(id, ids)}`,
              },
            ],
      ),
    ),
    ...concepts.flatMap((concept, index) => faultsOf(concept, index, concepts, ids, taught)),
  ]
}

function faultsOf(
  concept: Concept,
  index: number,
  concepts: readonly Concept[],
  ids: readonly string[],
  taught: ReadonlySet<string>,
): ContentProblem[] {
  const problem = (key: string, message: string) => ({ file: FILE, key: `concepts[${index}].${key}`, message })
  const links = (['buildsOn', 'see'] as const).flatMap((key) =>
    concept[key].flatMap((id, at) => {
      if (id === concept.id) return [problem(`${key}[${at}]`, 'is this very concept.')]
      return ids.includes(id) ? [] : [problem(`${key}[${at}]`, `there is no concept "${id}".${suggestName(id, ids)}`)]
    }),
  )
  return [
    ...(ids.indexOf(concept.id) === index
      ? []
      : [problem('id', `"${concept.id}" is already the id of concepts[${ids.indexOf(concept.id)}].`)]),
    ...(taught.has(concept.id)
      ? []
      : [problem('id', `no lesson teaches "${concept.id}". Name it in a lesson's concepts, or take it out.`)]),
    ...links,
    ...(links.length === 0 && buildsOnItself(concept, concepts)
      ? [problem('buildsOn', `leads back to "${concept.id}": what comes first must not rest on what comes later.`)]
      : []),
  ]
}

function buildsOnItself(concept: Concept, concepts: readonly Concept[]): boolean {
  const below = new Set<string>()
  const waiting = [...concept.buildsOn]
  for (const id of waiting) {
    if (id === concept.id) return true
    if (below.has(id)) continue
    below.add(id)
    waiting.push(...(concepts.find((other) => other.id === id)?.buildsOn ?? []))
  }
  return false
}
