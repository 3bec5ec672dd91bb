import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopPostgresql } from './throwaway-postgresql'

declare module 'vitest' {
  interface ProvidedContext {
    /** A temporary folder for the whole run, shared by all workers. */
    testFolder: string
    /** The process that outlives all workers. */
    runnerPid: number
    /** `npm run verify`: properties are tried on as many cases as they are promised for, not on a sample. */
    thorough: boolean
  }
}

/** Where the worker that starts PostgreSQL notes the server's folder. */
export const POSTGRESQL_NOTE = 'postgresql-folder'

/** One folder a run; what the tests leave there, and the server that they may have started, end with the run. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nonlinear-test-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // Also where the run is broken off before its end.
  process.once('exit', remove)
  project.provide('testFolder', folder)
  project.provide('runnerPid', process.pid)
  return async () => {
    const note = path.join(folder, POSTGRESQL_NOTE)
    if (existsSync(note)) await stopPostgresql(readFileSync(note, 'utf8'))
    remove()
    process.off('exit', remove)
  }
}
