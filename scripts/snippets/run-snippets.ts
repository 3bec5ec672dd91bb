/**
 * Hands snippets to a Python that is on this machine, the one with PyTorch if
 * there are several, and tells what became of each. One process for all: what
 * takes long is to import PyTorch. Not here: which snippets there are
 * (lesson-snippets.ts).
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { LessonSnippet } from './lesson-snippets'

/** Where Debian, others and Windows keep it; the machine's own comes first, since packages are installed for that one. */
const PYTHONS = ['/usr/bin/python3', 'python3', 'python']
const LONGEST_MS = 120_000

export type SnippetOutcome = 'ran' | 'failed' | 'missing'

export interface SnippetResult {
  id: string
  parsed: boolean
  outcome: SnippetOutcome
  /** Why it failed, or the module that is missing. */
  message: string
  seconds: number
}

/** A Python with PyTorch, else any Python 3.8 or newer; null where there is none. */
export function findPython(candidates: readonly string[] = PYTHONS): string | null {
  const script =
    'import sys, importlib.util; sys.exit(3 if sys.version_info < (3, 8) else 4 if importlib.util.find_spec("torch") is None else 0)'
  const found = candidates.map((name) => ({ name, status: spawnSync(name, ['-c', script]).status }))
  return (found.find(({ status }) => status === 0) ?? found.find(({ status }) => status === 4))?.name ?? null
}

/** `folder` is where snippets may leave files behind; the caller removes it. */
export function runSnippets(python: string, snippets: readonly LessonSnippet[], folder: string): SnippetResult[] {
  const work = mkdtempSync(path.join(folder, 'snippets-'))
  const report = path.join(work, 'report.json')
  const script = path.join(import.meta.dirname, 'run-snippets.py')
  const input = JSON.stringify({
    snippets: snippets.map(({ id, file, line, code, language }) => ({
      ...{ id, file, line, code },
      room: `${file} ${language}`,
    })),
  })
  const { status, stderr, error } = spawnSync(python, [script, report], {
    ...{ cwd: work, input, encoding: 'utf8', timeout: LONGEST_MS },
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', OMP_NUM_THREADS: '1' },
  })
  if (status !== 0) throw new Error(`${python} broke off (${error?.message ?? `exit ${status}`}).\n${stderr}`)
  return JSON.parse(readFileSync(report, 'utf8')).results
}
