/**
 * Checks that whatever one text of a lesson points at is there: items,
 * activations, numbers, claims, links, anchors. Every version passes here by
 * itself; that they agree is check-versions.ts.
 */
import type { Root } from 'mdast'
import type { Lesson } from '@/lib/course/catalog'
import type { LessonExperiment } from '@/lib/course/experiments'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { localIdOf } from '@/lib/course/ids'
import { proseFaults } from '@/lib/course/prose/check-prose'
import { checkVocabulary, type TagUse } from '@/lib/course/prose/check-vocabulary'
import type { Heading } from '@/lib/course/prose/lesson-prose'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { excerptOf } from '@/lib/course/timeline'
import type { EntryText } from '@/lib/course/timeline-schema'
import { backingOf, factOf } from '@/lib/course/values'
import { timelineProps } from '@/lib/course/vocabulary'
import { activations } from '@/lib/engine'
import type { Claim } from '@/lib/experiment/claim'
import { decodeSettings } from '@/lib/lab/decode-link'
import { parseGoal } from '@/lib/lab/goal'
import { LAB_NAMES, tagOf } from '@/lib/lab/registry'
import { checkLinks } from './check-links'
import { checkNumbers } from './check-numbers'
import type { SiteAddresses } from './site-addresses'

export interface LessonProse {
  file: string
  tree: Root
  headings: readonly Heading[]
  lesson: Lesson
  cards: readonly { id: string }[]
  questions: readonly { id: string }[]
  experiments: readonly LessonExperiment[]
  site: SiteAddresses
  /** Empty where it could not be read. */
  timeline: readonly EntryText[]
}

export function checkLessonProse(prose: LessonProse): ContentProblem[] {
  const { file, tree } = prose
  const { uses } = checkVocabulary(tree)
  const problems: ContentProblem[] = []
  const add = ({ line, column }: { line: number; column: number }, message: string) =>
    problems.push({ file, key: `${line}:${column}`, message })

  const claimOf = (id: string) => claimBehind(id, prose)
  for (const fault of [...proseFaults(tree), ...checkNumbers(tree, claimOf)]) add(fault, fault.message)
  for (const use of uses) {
    const message = missingTarget(use, prose)
    if (message !== null) add(use, message)
  }
  const shown = uses.filter(({ tag }) => tag === 'Experiment')
  shown.forEach((use, index) => {
    if (shown.findIndex((other) => other.props.id === use.props.id) < index) {
      add(use, `<Experiment id="${use.props.id}"> is already in this lesson; show each experiment once.`)
    }
  })
  const anchors = prose.headings.map(({ anchor }) => anchor)
  for (const fault of checkLinks(tree, prose.site, anchors)) add(fault, fault.message)
  return problems
}

/** Sources that the default text never cites, claims of experiments that it never makes. */
export function checkAllIsSaid({ file, tree, lesson, experiments }: LessonProse): ContentProblem[] {
  const problems: ContentProblem[] = []
  const { uses } = checkVocabulary(tree)
  const claimed = new Set(uses.filter(({ tag }) => tag === 'Claim').map(({ props }) => String(props.id)))
  lesson.sources.forEach((source, index) => {
    if (claimed.has(source.id)) return
    const message = `nothing in lesson.mdx rests on "${source.id}". Cite it with <Claim id="${source.id}">, or take it out.`
    problems.push({ file: file.replace('lesson.mdx', 'lesson.yaml'), key: `sources[${index}]`, message })
  })
  for (const { id, claims } of experiments) {
    const local = localIdOf(id) ?? id
    claims.forEach((claim, index) => {
      if (claimed.has(`${local}.${claim.id}`)) return
      const message = `nothing in lesson.mdx says what "${claim.id}" proves. Say it with <Claim id="${local}.${claim.id}">.`
      problems.push({ file: file.replace('lesson.mdx', `experiments/${local}.yaml`), key: `claims[${index}]`, message })
    })
  }
  return problems
}

function missingTarget(
  { tag, props }: TagUse,
  { lesson, cards, questions, experiments, timeline }: LessonProse,
): string | null {
  const among = (known: readonly string[], where: string) => {
    const id = String(props.id)
    // With nothing at all to choose from, the file itself is missing or broken, and reported as such.
    return known.length === 0 || known.includes(id)
      ? null
      : `<${tag} id="${id}">: ${where} has no "${id}".${suggestName(id, known)}`
  }
  switch (tag) {
    case 'Card':
      return among(
        cards.map(({ id }) => id),
        'cards.yaml',
      )
    case 'Quiz':
      return among(
        questions.map(({ id }) => id),
        'quiz.yaml',
      )
    case 'Experiment':
      return among(
        experiments.map(({ id }) => localIdOf(id) ?? ''),
        'experiments/',
      )
    case 'Plot':
    case 'Formula': {
      const known = Object.keys(activations)
      const missing = [props.of]
        .flat()
        .map(String)
        .find((name) => !known.includes(name))
      if (missing === undefined) return null
      return `<${tag} of="${missing}">: the engine has no activation "${missing}".${suggestName(missing, known)}`
    }
    case 'Value':
      return sentenceOf(() => factOf(String(props.of)))
    case 'Claim':
      if (experiments.length === 0 && String(props.id).includes('.')) return null
      return sentenceOf(() => backingOf(String(props.id), lesson.sources, experiments))
    case 'Timeline':
      return timeline.length === 0 ? null : sentenceOf(() => excerptOf(timeline, timelineProps.parse(props)))
    default:
      return widgetFault(tag, String(props.settings ?? ''), props.goal)
  }
}

/** What is wrong with the settings or the goal of a widget of the workbench; null for any other tag. */
function widgetFault(tag: string, settings: string, goal: unknown): string | null {
  const widget = LAB_NAMES.find((name) => tagOf(name) === tag)
  const goalFault = widget === undefined || goal === undefined ? null : sentenceOf(() => parseGoal(String(goal)))
  if (goalFault !== null) return `<${tag} goal="${String(goal)}">: ${goalFault}`
  const [problem] = widget === undefined ? [] : decodeSettings(widget, settings).problems
  return problem === undefined ? null : `<${tag} settings="${settings}">: ${problem}`
}

function claimBehind(id: string, { lesson, experiments }: LessonProse): Claim | null {
  try {
    const backing = backingOf(id, lesson.sources, experiments)
    return backing.kind === 'run' ? backing.claim : null
  } catch {
    return null
  }
}

function sentenceOf(look: () => unknown): string | null {
  try {
    look()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
