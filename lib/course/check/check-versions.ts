/**
 * Checks that the versions of a lesson say the same: the same sections, claims,
 * values, experiments, cards and questions, the same numbers inside a claim. What
 * one version alone states says so (`onlyIn`). Pure: syntax trees in, problems
 * out. Not here: what a single text can be blamed for (check-lesson-prose.ts).
 */
import type { Nodes, Root } from 'mdast'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { checkVocabulary, type TagUse } from '@/lib/course/prose/check-vocabulary'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { numbersIn } from './check-numbers'
import { checkSections, fileNameOf, sectionsOf, type VersionProse } from './check-sections'

/** The first is the default version, which the others are held against. */
export function checkVersions([original, ...others]: readonly VersionProse[]): ContentProblem[] {
  if (original === undefined) return []
  const all = [original, ...others]
  return [
    ...checkSections(all),
    ...all.flatMap((version) => checkOnlyIn(version, all)),
    ...others.flatMap((other) => [...checkStatements(original, other), ...checkClaimsAgree(original, other)]),
  ]
}

/** Tags that must be in every version, and what of them counts. */
const SHARED: Record<string, readonly string[]> = {
  Claim: ['id'],
  Value: ['of', 'digits'],
  Experiment: ['id'],
  Card: ['id'],
  Quiz: ['id'],
}

/** `<Value of="gelu.min" digits={6}>` as a key; null for a tag that a version may use as it likes. */
function keyOf({ tag, props }: TagUse): string | null {
  const counted = SHARED[tag]?.filter((prop) => props[prop] !== undefined)
  if (counted === undefined) return null
  const written = counted.map((prop) =>
    typeof props[prop] === 'number' ? `${prop}={${props[prop]}}` : `${prop}="${props[prop]}"`,
  )
  return `<${tag} ${written.join(' ')}>`
}

function checkStatements(original: VersionProse, other: VersionProse): ContentProblem[] {
  const left = checkVocabulary(original.tree).uses
  const right = checkVocabulary(other.tree).uses
  const lacking = (from: VersionProse, uses: TagUse[], to: VersionProse, known: TagUse[]) => {
    const keys = new Set(known.map(keyOf))
    const reported = new Set<string>()
    return uses.flatMap((use): ContentProblem[] => {
      const key = keyOf(use)
      if (key === null || keys.has(key) || reported.has(key)) return []
      const onlyIn = namesIn(use)
      if (onlyIn !== null && !onlyIn.includes(to.name)) return []
      reported.add(key)
      const hint =
        SHARED[use.tag]?.length === 1 && use.tag !== 'Claim' ? '' : ` or mark it there with onlyIn="${from.name}"`
      const message = `${key} is missing; ${fileNameOf(from)} has it in line ${use.line}. Say it here too${hint}.`
      return [{ file: to.file, key: `${counterpartLine(use, from, to)}:1`, message }]
    })
  }
  return [...lacking(original, left, other, right), ...lacking(other, right, original, left)]
}

/** Where the same section begins in the other version. */
function counterpartLine(use: TagUse, from: VersionProse, to: VersionProse): number {
  const section = sectionsOf(from).findLast(({ line }) => line <= use.line)
  return sectionsOf(to).find(({ anchor }) => anchor === section?.anchor)?.line ?? 1
}

/** A claim that both versions make must come with the same numbers, and with the same doubt. */
function checkClaimsAgree(original: VersionProse, other: VersionProse): ContentProblem[] {
  const left = claimsOf(original.tree)
  return [...claimsOf(other.tree)].flatMap(([id, claim]) => {
    const same = left.get(id)
    if (same === undefined) return []
    const key = `${claim.line}:${claim.column}`
    const where = `line ${same.line} of ${fileNameOf(original)}`
    const problems: ContentProblem[] = []
    if (claim.contested !== same.contested) {
      const message = `<Claim id="${id}"> is ${claim.contested ? '' : 'not '}marked as contested, in ${where} it is${same.contested ? '' : ' not'}. Make them agree.`
      problems.push({ file: other.file, key, message })
    }
    const here = [...claim.numbers].sort()
    const there = [...same.numbers].sort()
    // One version may say in words what the other puts in figures.
    if (here.length > 0 && there.length > 0 && here.join() !== there.join()) {
      const message = `<Claim id="${id}"> says ${here.join(', ')}, ${where} says ${there.join(', ')}. Make them agree.`
      problems.push({ file: other.file, key, message })
    }
    return problems
  })
}

interface StatedClaim {
  line: number
  column: number
  contested: boolean
  /** Figures, and the names of values. */
  numbers: Set<string>
}

/** By id; a claim that is made twice counts as one. */
function claimsOf(tree: Root): Map<string, StatedClaim> {
  const claims = new Map<string, StatedClaim>()
  for (const use of checkVocabulary(tree).uses) {
    if (use.tag !== 'Claim') continue
    const { line, column } = use
    const id = String(use.props.id)
    const known = claims.get(id) ?? { line, column, contested: false, numbers: new Set<string>() }
    known.contested ||= use.props.contested === true
    claims.set(id, known)
  }
  const visit = (node: Nodes, inside: StatedClaim | undefined) => {
    const at = attributesOf(node)
    const claim = at?.name === 'Claim' ? claims.get(at.prop('id')) : inside
    if (at?.name === 'Value') claim?.numbers.add(at.prop('of'))
    if (node.type === 'text') {
      for (const { value, percent } of numbersIn(node)) claim?.numbers.add(percent ? `${value} %` : String(value))
    }
    if ('children' in node) for (const child of node.children) visit(child, claim)
  }
  visit(tree, undefined)
  return claims
}

function attributesOf(node: Nodes): { name: string | null; prop: (name: string) => string } | null {
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return null
  const prop = (name: string) => {
    const found = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name)
    return typeof found?.value === 'string' ? found.value : ''
  }
  return { name: node.name, prop }
}

function checkOnlyIn({ name, file, tree }: VersionProse, all: readonly VersionProse[]): ContentProblem[] {
  const names = all.map((version) => version.name)
  return checkVocabulary(tree).uses.flatMap((use) => {
    const onlyIn = namesIn(use)
    const key = `${use.line}:${use.column}`
    const unknown = onlyIn?.find((other) => !names.includes(other))
    if (unknown !== undefined) {
      const message = `<${use.tag} onlyIn>: this lesson has no version "${unknown}".${suggestName(unknown, names)}`
      return [{ file, key, message }]
    }
    if (onlyIn === null || onlyIn.includes(name)) return []
    return [
      { file, key, message: `<${use.tag} onlyIn="${onlyIn.join(' ')}"> stands in the version "${name}". Name it too.` },
    ]
  })
}

/** The versions that `onlyIn` names; null where it is not written. */
function namesIn({ props }: TagUse): string[] | null {
  return typeof props.onlyIn === 'string' ? props.onlyIn.split(' ') : null
}
