/**
 * Reading one YAML file of the content tree against a zod schema. A syntax error
 * names the line; a value that does not fit names its key as an author would
 * write it (`cards[3].back`) and the line it stands on.
 */
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { ContentError, type ContentProblem } from './content-error'

/** A schema, or the choice of one from the value, for a file that may hold several shapes. */
type SchemaFor<T extends z.ZodType> = T | ((value: unknown) => T)

/** Parses `path`; throws ContentError with every fault in it. `root` is the content folder. */
export function loadYamlFile<T extends z.ZodType>(root: string, path: string, schema: SchemaFor<T>): z.infer<T> {
  const file = displayPath(root, path)
  let text: string
  try {
    text = readFileSync(/*turbopackIgnore: true*/ path, 'utf8')
  } catch {
    throw new ContentError([
      { file, key: null, message: 'is missing or cannot be read. Create it as content/README.md shows.' },
    ])
  }
  return parseYaml(file, text, schema)
}

/** The same for text already at hand; `file` is only used to name faults. */
export function parseYaml<T extends z.ZodType>(file: string, text: string, schema: SchemaFor<T>): z.infer<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    throw new ContentError(
      faults.map((fault) => {
        const place = lines.linePos(fault.pos[0])
        return { file, key: `line ${place.line}, column ${place.col}`, message: `is not valid YAML: ${fault.message}` }
      }),
    )
  }
  const value: unknown = document.toJS()
  const chosen = typeof schema === 'function' ? schema(value) : schema
  const parsed = chosen.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const leaves = parsed.error.issues.flatMap((issue) => leafIssues(issue, chosen))
  throw new ContentError(
    leaves.map((issue): ContentProblem => {
      const node = document.getIn(issue.path, true)
      const offset = isNode(node) ? node.range?.[0] : undefined
      const line = offset === undefined ? '' : ` (line ${lines.linePos(offset).line})`
      return { file, key: keyOf(issue.path), message: `${issue.message}${line}` }
    }),
  )
}

/** `content/course/…` whatever the root is called on this machine. */
export function displayPath(root: string, path: string): string {
  return join('content', relative(root, path)).split(sep).join('/')
}

/** `['cards', 3, 'back']` → `cards[3].back` */
export function keyOf(path: readonly PropertyKey[]): string | null {
  if (path.length === 0) return null
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('')
}

interface Leaf {
  path: (string | number)[]
  message: string
}

/** One entry per fault: unknown keys are named one by one, each with what it may have been meant to be. */
function leafIssues(issue: z.core.$ZodIssue, schema: z.ZodType): Leaf[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `is no key of this file.${suggestName(key, known)}`,
    }))
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    const given = typeof issue.input === 'string' ? suggestName(issue.input, known) : ''
    return [{ path, message: `must be one of ${known.map((value) => `"${value}"`).join(', ')}.${given}` }]
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [{ path, message: `is missing; a value of type ${issue.expected} belongs here.` }]
  }
  return [{ path, message: issue.message }]
}

/** The keys an object may have at `path` inside `schema`. */
function keysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let at: unknown = schema
  for (const part of path) {
    at = unwrap(at)
    if (at instanceof z.ZodArray) at = at.element
    else if (at instanceof z.ZodObject) at = at.shape[part]
  }
  at = unwrap(at)
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap()) : schema
}
