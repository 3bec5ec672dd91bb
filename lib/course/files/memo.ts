/**
 * Remembers what was computed from the content tree until a file in it changes,
 * so that an author sees an edit at once and a server does not parse YAML at
 * each request. A look costs one `stat` a file; the tree has a few hundred.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const remembered = new Map<string, { signature: string; value: unknown }>()

/** `key` must name the computation and its arguments; `compute` must depend on files under `root` alone. */
export function memoByTree<T>(key: string, root: string, compute: () => T): T {
  const signature = signatureOf(root)
  const known = remembered.get(key)
  if (known !== undefined && known.signature === signature) return known.value as T
  const value = compute()
  remembered.set(key, { signature, value })
  return value
}

function signatureOf(folder: string): string {
  const parts: string[] = []
  const visit = (path: string) => {
    for (const entry of readdirSync(/*turbopackIgnore: true*/ path, { withFileTypes: true })) {
      const child = join(/*turbopackIgnore: true*/ path, entry.name)
      if (entry.isDirectory()) visit(child)
      else {
        const { mtimeMs, size } = statSync(/*turbopackIgnore: true*/ child)
        parts.push(`${child}:${mtimeMs}:${size}`)
      }
    }
  }
  if (existsSync(/*turbopackIgnore: true*/ folder)) visit(folder)
  return parts.join('\n')
}
