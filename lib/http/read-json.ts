/**
 * A JSON body, checked once at the edge: at most 1 MB (413), JSON (415, 400), not
 * nested absurdly deep, and of the shape that the schema says (400 naming the field).
 */
import type * as z from 'zod'
import { HttpProblem } from './problem'
import { readBody } from './read-body'

/** Deeper than any of our shapes; keeps recursive code behind this from overflowing. */
const DEPTH_LIMIT = 32

export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  if (!/^application\/json(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new HttpProblem(415, 'The body must be JSON: send it with the header Content-Type: application/json.')
  }
  return parseBody(parseJson(await readBody(request)), schema)
}

/** Throws 400 with the path of the first field that is wrong. */
export function parseBody<S extends z.ZodType>(value: unknown, schema: S): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const field = [...(issue?.path ?? []), ...unknownKey].map(String).join('.')
  const message = issue?.message ?? 'is not valid'
  throw field === ''
    ? new HttpProblem(400, `The request is not valid: ${message}.`)
    : new HttpProblem(400, `${field} is not valid: ${message}.`, { field })
}

function parseJson(body: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw new HttpProblem(400, 'The body is not valid UTF-8 text.', { cause })
  }
  if (depthOf(text) > DEPTH_LIMIT) throw new HttpProblem(400, `The body is nested deeper than ${DEPTH_LIMIT} levels.`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new HttpProblem(400, 'The body is not valid JSON.', { cause })
  }
}

/** How deep brackets nest outside strings: one pass without recursion, whatever the text is. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if (character === ']' || character === '}') depth--
  }
  return deepest
}
