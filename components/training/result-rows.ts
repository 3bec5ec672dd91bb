/** From runs to the rows of a table that compares networks: one a network, over its seeds. Pure. */
import type { RunGroup } from './run-curves'

export interface ResultRow {
  id: string
  label: string
  color: string
  dash?: string
  /** Finished runs, and how many diverged. */
  seeds: number
  diverged: number
  /** Mean over the finished seeds; null before the first. */
  accuracy: number | null
  lowest: number | null
  highest: number | null
  /** Mean computing time of a run, ms. */
  elapsedMs: number | null
  imagesPerSecond: number | null
  /** Time of a training image, relative to the first row's. */
  relativeCost: number | null
  multiplyAdds: number | null
}

export function resultRows(groups: readonly RunGroup[]): ResultRow[] {
  const rows = groups.map(({ id, label, color, dash, runs: group }): ResultRow => {
    const done = group.filter((run) => run.status === 'finished')
    const accuracies = done.flatMap((run) => run.result?.validation?.accuracy ?? [])
    const speeds = done.flatMap((run) => run.result?.imagesPerSecond ?? [])
    return {
      id,
      label,
      color,
      ...(dash === undefined ? {} : { dash }),
      seeds: done.length,
      diverged: group.filter((run) => run.status === 'diverged').length,
      accuracy: mean(accuracies),
      lowest: accuracies.length > 0 ? Math.min(...accuracies) : null,
      highest: accuracies.length > 0 ? Math.max(...accuracies) : null,
      elapsedMs: mean(done.flatMap((run) => run.result?.elapsedMs ?? [])),
      imagesPerSecond: mean(speeds),
      relativeCost: null,
      multiplyAdds: group.find((run) => run.multiplyAdds > 0)?.multiplyAdds ?? null,
    }
  })
  const base = rows[0]?.imagesPerSecond ?? null
  return rows.map((row) => ({
    ...row,
    relativeCost: base !== null && row.imagesPerSecond !== null ? base / row.imagesPerSecond : null,
  }))
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null
}
