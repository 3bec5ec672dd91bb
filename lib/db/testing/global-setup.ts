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
  }
}

/** Where the worker that starts PostgreSQL notes the server's folder. */
export const POSTGRESQL_NOTE = 'postgresql-folder'

/** One folder a run; what the tests leave there, and the server that they may have started, end with the run. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nonlinear-test-'))
  project.provide('testFolder', folder)
  project.provide('runnerPid', process.pid)
  return async () => {
    const note = path.join(folder, POSTGRESQL_NOTE)
    if (existsSync(note)) await stopPostgresql(readFileSync(note, 'utf8'))
    rmSync(folder, { recursive: true, force: true })
  }
}
