/** A row of the result: as JSON for programs, and as a line of the table for people. */
import { type Comparison, findGoal, type Peer } from '../workloads/comparison'
import type { RoundResult } from './rounds'
import { median, type Spread, shownNumber, spreadOf } from './statistics'

export interface Row {
  workload: Comparison['workload']
  activation: Comparison['activation']
  threads: number
  peer: Peer
  /** Ours over theirs, over the rounds. */
  ratio: Spread
  rounds: number
  /** Median of the rounds: images a second where there are images, otherwise steps a second. */
  ours: number
  theirs: number
}

/** `unit`: how many of what is counted a step has: the batch where images are counted, 1 where steps are. */
export function buildRow(
  { workload, activation, threads }: Comparison,
  peer: Peer,
  rounds: readonly RoundResult[],
  unit: number,
): Row {
  return {
    workload,
    activation,
    threads,
    peer,
    ratio: spreadOf(rounds.map(({ ours, theirs }) => ours / theirs)),
    rounds: rounds.length,
    ours: unit * median(rounds.map(({ ours }) => ours)),
    theirs: unit * median(rounds.map(({ theirs }) => theirs)),
  }
}

const HEADINGS = [
  'workload',
  'activation',
  'threads',
  'peer',
  'ours',
  'theirs',
  'ratio',
  'min–max',
  'rounds',
  'floor',
  'goal',
]

/** A Markdown table, aligned, so that it reads on a terminal and in bench/README.md. */
export function shownRows(rows: readonly Row[]): string {
  return shownTable(
    HEADINGS,
    rows.map((row) => {
      const { ratio, peer } = row
      const goal = findGoal(row, peer)
      const mark =
        goal === null ? '' : ratio.median >= goal.goal ? '' : ratio.median >= goal.floor ? ' (floor)' : ' (below)'
      return [
        row.workload,
        row.activation,
        String(row.threads),
        peer,
        shownNumber(row.ours),
        shownNumber(row.theirs),
        `${shownNumber(ratio.median)}${mark}`,
        `${shownNumber(ratio.min)}–${shownNumber(ratio.max)}`,
        String(row.rounds),
        goal === null ? '' : String(goal.floor),
        goal === null ? '' : String(goal.goal),
      ]
    }),
  )
}

export function shownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(headings), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line), ''].join(
    '\n',
  )
}
