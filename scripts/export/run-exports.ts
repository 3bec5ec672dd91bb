/** Writes exported folders and has the machine's Python run them. Not here: what is exported (lib/export). */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildDataset, createTrainer, type ExperimentSpec, type Opening, openRun } from '@/lib/engine'
import type { ArchiveFile } from '@/lib/export/archive/zip'
import { OPENING_STEPS } from '@/lib/export/opening-arrays'
import { nodeHardware } from '@/lib/training/hardware/node-hardware'

const LONGEST_MS = 600_000

export interface RunExport {
  folder: string
  /** What PyTorch printed, and what we say to it; both empty where it failed. */
  losses: number[]
  expected: number[]
  /** Python's own words; null where all went well. */
  failed: string | null
}

/** Trains the first steps here. */
export function openingOf(spec: ExperimentSpec, seed = spec.seeds[0] ?? 0): Opening {
  const dataset = buildDataset(spec.data)
  return openRun(createTrainer({ spec, seed, dataset, ...nodeHardware(1) }), { spec, seed, dataset }, OPENING_STEPS)
}

export function writeFolder(folder: string, files: readonly ArchiveFile[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(path.join(folder, name), bytes)
}

export function runExports(python: string, folders: readonly string[]): RunExport[] {
  const script = path.join(import.meta.dirname, 'run-exports.py')
  const { status, stdout, stderr, error } = spawnSync(python, [script, ...folders], {
    ...{ encoding: 'utf8', timeout: LONGEST_MS, maxBuffer: 2 ** 26 },
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', OMP_NUM_THREADS: '1' },
  })
  if (status !== 0) throw new Error(`${python} broke off (${error?.message ?? `exit ${status}`}).\n${stderr}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => ({ losses: [], expected: [], failed: null, ...JSON.parse(line) }))
}

/** The largest difference of two columns, relative to ours. */
export function largestDifference({ losses, expected }: RunExport): number {
  return Math.max(...expected.map((ours, step) => Math.abs((losses[step] ?? Number.NaN) - ours) / Math.abs(ours)))
}
