/**
 * The Content-Security-Policy of a document. Prerendered documents name the hashes of
 * their own inline scripts; rendered ones carry a nonce. `'strict-dynamic'` is left out
 * on purpose: with it, the prerendered "not found" page, which has no nonce and can
 * stand in for any document, would lose its scripts.
 */
import * as z from 'zod'

/** Path → `sha256-…` of each inline script; written after the build by scripts/server/script-hashes.mjs. */
export const scriptHashesSchema = z.record(z.string(), z.array(z.string().regex(/^sha256-[A-Za-z0-9+/]+=*$/)))
export type ScriptHashes = z.infer<typeof scriptHashesSchema>

/** Prerendered documents that Next may answer with under any path. */
const ANYWHERE = ['/_not-found', '/_global-error']

const SHARED = [
  "default-src 'self'",
  "style-src 'self'",
  // KaTeX and highlighted code position and colour by `style` attributes.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

const quoted = (sources: string[]) => [...new Set(sources)].map((source) => `'${source}'`)

function policy(scriptSources: string[], shared = SHARED): string {
  return [`script-src ${["'self'", ...scriptSources, "'wasm-unsafe-eval'"].join(' ')}`, ...shared].join('; ')
}

/** For a document of the build: null when `path` is not one, and is to be rendered with a nonce. */
export function prerenderedPolicy(path: string, table: ScriptHashes): string | null {
  const hashes = Object.hasOwn(table, path) ? table[path] : undefined
  return hashes ? policy(quoted(hashes)) : null
}

/** For a document rendered on request; its inline scripts carry `nonce`. */
export function renderedPolicy(nonce: string, table: ScriptHashes): string {
  const anywhere = ANYWHERE.flatMap((path) => table[path] ?? [])
  return policy(quoted([`nonce-${nonce}`, ...anywhere]))
}

/** For `npm run dev`, where the bundler evaluates code and injects styles. */
export function developmentPolicy(): string {
  const shared = SHARED.filter((directive) => !directive.startsWith('style-src')).concat(
    "style-src 'self' 'unsafe-inline'",
  )
  return policy(["'unsafe-inline'", "'unsafe-eval'"], shared)
}
