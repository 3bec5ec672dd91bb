/**
 * Lints made-up files in one run, each where its path says it would live, under this
 * repository's own rules and a biome.json of the caller's choice.
 */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import * as z from 'zod'

export interface SourceFile {
  /** Path from the repository's root. */
  at: string
  source: string
}

export interface Finding {
  at: string
  /** Biome's category, such as `lint/style/noRestrictedImports`; `plugin` for our own rules. */
  rule: string
  message: string
}

export const root = path.resolve(import.meta.dirname, '../..')
const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }) }),
  ),
})

/**
 * Writes `files` and our own rules into a temporary folder. `lint` may be called under
 * several configurations, one after another; at the same time it needs a tree for each.
 */
export function createTree(files: readonly SourceFile[]) {
  const folder = mkdtempSync(path.join(inject('testFolder'), 'fences-'))
  for (const name of ['package.json', 'tsconfig.json', 'scripts/fences']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true, filter: (from) => !from.endsWith('.ts') })
  }
  for (const file of files) {
    const target = path.join(folder, file.at)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, `${file.source}\n`)
  }
  return {
    async lint(configuration: unknown): Promise<Finding[]> {
      writeFileSync(path.join(folder, 'biome.json'), JSON.stringify(configuration))
      return findingsIn(folder, await reportOn(folder))
    },
  }
}

/** Findings make biome exit with 1, so only a missing report is a failure. */
function reportOn(folder: string): Promise<string> {
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [biome, ...options],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_, stdout, stderr) => {
        if (stdout.startsWith('{')) resolve(stdout)
        else reject(new Error(`biome wrote no report: ${stderr || stdout}`))
      },
    )
  })
}

function findingsIn(folder: string, report: string): Finding[] {
  return reportSchema.parse(JSON.parse(report)).diagnostics.map((found) => ({
    at: path.relative(folder, path.resolve(folder, found.location.path)),
    rule: found.category,
    message: found.message,
  }))
}
