/**
 * Checks the tags and props of one lesson's syntax tree against the vocabulary.
 * Pure: tree in, faults and uses out. Used by the remark plugin, which fails the
 * build, and by the content test, which also looks the ids up.
 *
 * A lesson is content, not a program: it imports nothing, and a prop is a
 * literal. So whatever a lesson says can be known without running it.
 */
import type { Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { visit } from 'unist-util-visit'
import { PLAIN_TAGS, vocabulary } from '@/lib/course/vocabulary'
import { literalOf } from './mdx-literal'
import { suggestName } from './nearest-name'

export interface ProseFault {
  line: number
  column: number
  message: string
}

/** One tag as written, its props parsed. */
export interface TagUse {
  tag: string
  props: Record<string, unknown>
  line: number
  column: number
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

export function checkVocabulary(tree: Root): { uses: TagUse[]; faults: ProseFault[] } {
  const uses: TagUse[] = []
  const faults: ProseFault[] = []
  visit(tree, (node) => {
    const place = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
    switch (node.type) {
      case 'mdxjsEsm':
        faults.push({
          ...place,
          message: 'import and export have no place in a lesson: use the tags of the vocabulary.',
        })
        break
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!isComment(node.value)) {
          faults.push({
            ...place,
            message: `{${node.value}} is an expression: write text, or <Value of="…" /> for a number.`,
          })
        }
        break
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const checked = checkElement(node, place)
        faults.push(...checked.faults)
        if (checked.use !== null) uses.push(checked.use)
        break
      }
      default:
        break
    }
  })
  return { uses, faults }
}

function checkElement(
  element: JsxElement,
  place: { line: number; column: number },
): { use: TagUse | null; faults: ProseFault[] } {
  const tag = element.name ?? ''
  const plain: readonly string[] = PLAIN_TAGS
  if (plain.includes(tag)) {
    const message = `<${tag}> takes no attributes in a lesson.`
    return { use: null, faults: element.attributes.length > 0 ? [{ ...place, message }] : [] }
  }
  const rule = Object.hasOwn(vocabulary, tag) ? vocabulary[tag] : undefined
  if (rule === undefined) {
    const known = Object.keys(vocabulary)
    const message = `<${tag}> is no tag of the vocabulary.${suggestName(tag, [...known, ...plain])} Tags: ${known.join(', ')}.`
    return { use: null, faults: [{ ...place, message }] }
  }

  const faults: ProseFault[] = []
  const props: Record<string, unknown> = {}
  const known = Object.keys(rule.props.shape)
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      faults.push({
        ...place,
        message: `<${tag}>: write each prop out; {${attribute.value}} hides them from the check.`,
      })
      continue
    }
    if (!known.includes(attribute.name)) {
      faults.push({
        ...place,
        message: `<${tag}> has no prop "${attribute.name}".${suggestName(attribute.name, known)}`,
      })
      continue
    }
    const literal = literalOf(attribute)
    if (literal === null)
      faults.push({ ...place, message: `<${tag} ${attribute.name}>: must be a literal, not an expression.` })
    else props[attribute.name] = literal.value
  }
  if (faults.length === 0) {
    const parsed = rule.props.safeParse(props, { reportInput: true })
    for (const issue of parsed.error?.issues ?? []) {
      const [name, ...rest] = issue.path.map(String)
      if (name !== undefined && !(name in props)) {
        faults.push({
          ...place,
          message: `<${tag}> needs the prop "${name}": ${rule.props.shape[name]?.description ?? ''}`,
        })
        continue
      }
      const given = JSON.stringify(name === undefined ? props : props[name])
      const values = issue.code === 'invalid_value' ? issue.values.map(String) : []
      const hint = typeof issue.input === 'string' ? suggestName(issue.input, values) : ''
      const wants = values.length > 0 ? `must be one of ${values.join(', ')}` : issue.message
      faults.push({ ...place, message: `<${tag} ${[name, ...rest].join('.')}> is ${given}: ${wants}.${hint}` })
    }
  }
  const empty = element.children.length === 0
  if (rule.children === 'none' && !empty)
    faults.push({ ...place, message: `<${tag}> takes no content: close it as <${tag} … />.` })
  if (rule.children === 'required' && empty)
    faults.push({ ...place, message: `<${tag}> is empty: put its text between the tags.` })
  return { use: faults.length === 0 ? { tag, props, ...place } : null, faults }
}

function isComment(expression: string): boolean {
  return /^\s*(?:\/\*[\s\S]*\*\/\s*)?$/.test(expression)
}
