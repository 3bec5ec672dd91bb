/**
 * From a learner's CSV to points of the plane in classes: two columns of numbers and one of labels. The engine reads and
 * checks the cells; here columns are chosen, a line is named where a cell is wrong, and what is too much is sampled. Pure,
 * and of any size: it runs in a worker (csv.worker.ts).
 */
import { OwnDataError, parseCsv, readTable } from '@/lib/engine'

export interface CsvColumns {
  /** Names, or how they begin; empty: the first two columns, and the last. */
  x: string
  y: string
  label: string
}

/** A feature as it is drawn: `value = centre + drawn · scale`. */
export interface Axis {
  name: string
  centre: number
  scale: number
}

export interface CsvPoints {
  columns: string[]
  axes: [Axis, Axis]
  label: string
  classes: string[]
  /** Both coordinates within −1 … 1. */
  points: [x: number, y: number, label: number][]
  /** Rows of data in the file; more than `points` where they were sampled. */
  rows: number
}

export type CsvReading = { ok: true; read: CsvPoints } | { ok: false; problem: string; columns: string[] }

/** Enough to see a border by, and quick to train on. */
export const MOST_ROWS = 2000
const MOST_CLASSES = 6
/** Rows that the engine takes at once. */
const BLOCK = 20_000

export function readPoints(text: string, wanted: CsvColumns): CsvReading {
  let columns: string[] = []
  try {
    const { records, lines } = parseCsv(text)
    columns = records[0] ?? []
    const body = records.slice(1)
    if (columns.length < 3)
      return refuse('The file needs three columns, named in its first line: two of numbers and one of classes.')
    if (body.length < 6) return refuse(`The file has ${body.length} rows of data; give at least 6.`)
    const x = findColumn(columns, wanted.x) ?? (columns[0] as string)
    const y = findColumn(columns, wanted.y) ?? (columns.find((name) => name !== x) as string)
    const label = findColumn(columns, wanted.label) ?? (columns.findLast((name) => name !== x && name !== y) as string)
    if (new Set([x, y, label]).size < 3) return refuse('Choose three different columns.')
    const classes = classesIn(body, columns.indexOf(label), lines)
    if (classes.length < 2)
      return refuse(`The column “${label}” has one class only, “${classes[0]}”: there is nothing to tell apart.`)
    if (classes.length > MOST_CLASSES) {
      return refuse(
        `The column “${label}” has ${classes.length} different values; at most ${MOST_CLASSES} classes can be told apart here.`,
      )
    }
    const { inputs, labels } = readAll({ columns, body, lines, x, y, label, classes })
    const axes: [Axis, Axis] = [axisOf(x, inputs, 0), axisOf(y, inputs, 1)]
    const drawn = sampled(body.length).map((row): [number, number, number] => [
      place(inputs[2 * row] as number, axes[0]),
      place(inputs[2 * row + 1] as number, axes[1]),
      labels[row] as number,
    ])
    return { ok: true, read: { columns, axes, label, classes, points: drawn, rows: body.length } }
  } catch (error) {
    if (!(error instanceof OwnDataError)) throw error
    return refuse(error.message)
  }
  function refuse(problem: string): CsvReading {
    return { ok: false, problem, columns }
  }
}

function findColumn(columns: readonly string[], wanted: string): string | undefined {
  if (wanted === '') return undefined
  return columns.find((name) => name === wanted) ?? columns.find((name) => name.startsWith(wanted))
}

function classesIn(body: readonly string[][], column: number, lines: readonly number[]): string[] {
  const found = new Set<string>()
  for (const [i, record] of body.entries()) {
    const name = (record[column] ?? '').trim()
    if (name === '')
      throw new OwnDataError([], `Line ${lines[i + 1]}: the class is missing; fill it in or remove the line.`)
    // A column of numbers has as many as there are rows.
    if (found.size <= 1000) found.add(name)
  }
  const classes = [...found]
  const isNumeric = classes.every((name) => Number.isFinite(Number(name)))
  return classes.sort((a, b) => (isNumeric ? Number(a) - Number(b) : 0) || (a < b ? -1 : 1))
}

interface Body {
  columns: string[]
  body: string[][]
  lines: number[]
  x: string
  y: string
  label: string
  classes: string[]
}

/** Every row, also those that a sample leaves out: what is wrong with a file is said whatever is drawn of it. */
function readAll({ columns, body, lines, x, y, label, classes }: Body): { inputs: Float32Array; labels: Uint8Array } {
  const inputs = new Float32Array(2 * body.length)
  const labels = new Uint8Array(body.length)
  for (let first = 0; first < body.length; first += BLOCK) {
    // A block of one row is refused as too short; the row before it makes two.
    const from = body.length - first === 1 ? Math.max(0, first - 1) : first
    const rows = body.slice(from, first + BLOCK)
    try {
      const split = { kind: 'table', seed: 0, validation: 0.5, task: 'classes' } as const
      const table = readTable({ ...split, columns, rows, label, features: [x, y], classes })
      inputs.set(table.inputs, 2 * from)
      labels.set(table.labels, from)
    } catch (error) {
      if (!(error instanceof OwnDataError)) throw error
      const row = Number(/^Row (\d+)/.exec(error.message)?.[1])
      if (!Number.isInteger(row)) throw error
      throw new OwnDataError([], error.message.replace(/^Row \d+/, `Line ${lines[from + row]}`))
    }
  }
  return { inputs, labels }
}

/** Indices of the rows that are taken: all, or evenly through the file. */
function sampled(rows: number): number[] {
  const count = Math.min(rows, MOST_ROWS)
  return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * rows) / count))
}

function axisOf(name: string, inputs: Float32Array, feature: 0 | 1): Axis {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = feature; i < inputs.length; i += 2) {
    low = Math.min(low, inputs[i] as number)
    high = Math.max(high, inputs[i] as number)
  }
  // A feature that is the same everywhere is drawn in the middle.
  return { name, centre: (low + high) / 2, scale: high > low ? (high - low) / 2 : 1 }
}

const place = (value: number, { centre, scale }: Axis) => Number(((value - centre) / scale).toPrecision(6))
