import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type NextRequest, NextResponse } from 'next/server'
import { isDevelopmentServer } from '@/lib/env'
import {
  developmentPolicy,
  prerenderedPolicy,
  renderedPolicy,
  type ScriptHashes,
  scriptHashesSchema,
} from '@/lib/http/content-security-policy'

const POLICY = 'content-security-policy'

let table: ScriptHashes | undefined

/** Read once: the build that is served does not change under the server. */
function scriptHashes(): ScriptHashes {
  const file = path.join(/*turbopackIgnore: true*/ process.cwd(), '.next/csp-hashes.json')
  table ??= scriptHashesSchema.parse(JSON.parse(readFileSync(/*turbopackIgnore: true*/ file, 'utf8')))
  return table
}

/**
 * Gives every document its Content-Security-Policy; it guards nothing else. Next reads
 * the nonce for a rendered document from the request's header of the same name. A document is read and never written
 * to: asked by POST, Next would render a static one anew, with scripts that no hash admits.
 */
export function proxy(request: NextRequest) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new NextResponse(null, { status: 405, headers: { allow: 'GET, HEAD', [POLICY]: "default-src 'none'" } })
  const headers = new Headers(request.headers)
  headers.delete(POLICY)
  const respond = (policy: string) => {
    const response = NextResponse.next({ request: { headers } })
    response.headers.set(POLICY, policy)
    return response
  }
  if (isDevelopmentServer()) return respond(developmentPolicy())
  const prerendered = prerenderedPolicy(request.nextUrl.pathname, scriptHashes())
  if (prerendered) return respond(prerendered)
  const rendered = renderedPolicy(randomBytes(16).toString('base64'), scriptHashes())
  headers.set(POLICY, rendered)
  return respond(rendered)
}

/** Everything but the API, whose policy is fixed, and files that are no documents. */
export const config = { matcher: ['/((?!api/|_next/static/|engine/).*)'] }
