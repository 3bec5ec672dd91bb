/**
 * Reads a learner's own table into numbers, and says in which row and column something is wrong. Not here: how CSV is
 * taken apart (csv.ts), and how rows are split and standardised (build-own-data.ts).
 */

import { OwnDataError } from '../../errors'
import type { TableDataSpec } from '../../spec/data-spec'
import { parseCsv } from './csv'

export const MAX_TABLE_ROWS = 20_000
export const MAX_TABLE_COLUMNS = 200
export const MAX_TABLE_CHARACTERS = 2_000_000
export const MAX_TABLE_CLASSES = 100
/** Larger numbers lose themselves in float32 arithmetic. */
const LARGEST_NUMBER = 1e18

export interface Table {
  /** Names of the columns to predict from. */
  features: string[]
  /** In the order of their labels; null for regression. */
  classes: string[] | null
  /** [count, features], as given. */
  inputs: Float32Array
  labels: Uint8Array | Float32Array
  count: number
}

const read = new WeakMap<TableDataSpec, Table>()

/**
 * The numbers of a table. A spec is a value and never changed in place, so each is read once.
 * @throws OwnDataError naming row and column.
 */
export function readTable(spec: TableDataSpec): Table {
  const known = read.get(spec)
  if (known !== undefined) return known
  const table = tableOf(spec, cellsOf(spec))
  read.set(spec, table)
  return table
}

/** What was written, whichever way. */
interface Cells {
  columns: readonly string[]
  rows: readonly (readonly (string | number)[])[]
  /** Of row i, for messages. */
  placeOf(i: number): string
  pathOf(i: number, column: number): (string | number)[]
}

function cellsOf(spec: TableDataSpec): Cells {
  if (spec.text === undefined) {
    const rows = spec.rows ?? []
    return {
      columns: spec.columns ?? [],
      rows,
      placeOf: (i) => `Row ${i + 1}`,
      pathOf: (i, column) => ['rows', i, column],
    }
  }
  const { records, lines } = parseCsv(spec.text)
  const [columns = [], ...rows] = records
  return {
    columns,
    rows,
    placeOf: (i) => `Row ${i + 1} (line ${lines[i + 1]})`,
    pathOf: () => ['text'],
  }
}

function tableOf(spec: TableDataSpec, cells: Cells): Table {
  const { columns, rows } = cells
  checkColumns(spec, columns)
  checkRows(spec, cells)
  const features = spec.features ?? columns.filter((name) => name !== spec.label)
  const inputs = new Float32Array(rows.length * features.length)
  features.forEach((name, k) => {
    const column = columns.indexOf(name)
    rows.forEach((row, i) => {
      inputs[i * features.length + k] = numberIn(cells, i, column, row[column] as string | number)
    })
  })
  return { features, inputs, count: rows.length, ...labelsOf(spec, cells) }
}

function checkColumns({ label, features, text }: TableDataSpec, columns: readonly string[]): void {
  const path = text === undefined ? ['columns'] : ['text']
  if (columns.length === 0)
    throw new OwnDataError(path, 'The table is empty; begin with a line that names the columns.')
  if (columns.length > MAX_TABLE_COLUMNS) {
    throw new OwnDataError(path, `The table has ${columns.length} columns; use at most ${MAX_TABLE_COLUMNS}.`)
  }
  columns.forEach((name, i) => {
    if (name === '') throw new OwnDataError(path, `Column ${i + 1} has no name; name it in the first line.`)
    if (columns.indexOf(name) !== i) {
      throw new OwnDataError(path, `Two columns are named '${name}'; give each a name of its own.`)
    }
  })
  requireColumn(['label'], 'the label', label, columns)
  if (features === undefined) {
    if (columns.length > 1) return
    throw new OwnDataError(path, `There is no column besides the label '${label}'; add one to predict from.`)
  }
  if (features.length === 0) throw new OwnDataError(['features'], 'features is empty; name at least one column.')
  features.forEach((name, i) => {
    requireColumn(['features', i], 'a feature', name, columns)
    if (name === label) throw new OwnDataError(['features', i], `'${name}' is the label; leave it out of features.`)
    if (features.indexOf(name) !== i) {
      throw new OwnDataError(['features', i], `'${name}' is there twice; name each column once.`)
    }
  })
}

function requireColumn(path: (string | number)[], what: string, name: string, columns: readonly string[]): void {
  if (columns.includes(name)) return
  const shown = columns.length > 12 ? `${columns.slice(0, 12).join(', ')} …` : columns.join(', ')
  throw new OwnDataError(path, `The table has no column '${name}' for ${what}; name one of its columns: ${shown}.`)
}

function checkRows({ text }: TableDataSpec, { columns, rows, placeOf }: Cells): void {
  const path = text === undefined ? 'rows' : 'text'
  if (rows.length < 2 || rows.length > MAX_TABLE_ROWS) {
    throw new OwnDataError(
      [path],
      `The table has ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} of data; use 2 to ${MAX_TABLE_ROWS}.`,
    )
  }
  rows.forEach((row, i) => {
    if (row.length === columns.length) return
    throw new OwnDataError(
      path === 'rows' ? ['rows', i] : ['text'],
      `${placeOf(i)} has ${row.length} ${row.length === 1 ? 'value' : 'values'}, but there are ${columns.length} columns; add what is missing or put quotes around a value with a separator in it.`,
    )
  })
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

function numberIn(cells: Cells, i: number, column: number, cell: string | number): number {
  const fail = (message: string): never => {
    const where = `${cells.placeOf(i)}, column '${cells.columns[column]}'`
    throw new OwnDataError(cells.pathOf(i, column), `${where}: ${message}`)
  }
  const text = typeof cell === 'number' ? String(cell) : cell.trim()
  if (text === '') return fail('the value is missing; fill it in or remove the row.')
  if (/^[+-]?\d+,\d+$/.test(text)) return fail(`'${text}' has a decimal comma; write ${text.replace(',', '.')}.`)
  if (!NUMBER.test(text)) return fail(`'${shortened(text)}' is not a number; write one, or leave the column out.`)
  const value = Number(text)
  if (Math.abs(value) > LARGEST_NUMBER) {
    return fail(`${shortened(text)} is too large; use numbers up to ${LARGEST_NUMBER}.`)
  }
  return value
}

function labelsOf(spec: TableDataSpec, cells: Cells): Pick<Table, 'classes' | 'labels'> {
  const { columns, rows } = cells
  const column = columns.indexOf(spec.label)
  if (spec.task === 'regression') {
    const labels = Float32Array.from(rows, (row, i) => numberIn(cells, i, column, row[column] as string | number))
    return { classes: null, labels }
  }
  const found = rows.map((row) => String(row[column]).trim())
  const classes = spec.classes ?? classesIn(found, spec, cells)
  const indices = new Map(classes.map((name, index) => [name, index]))
  const labels = Uint8Array.from(found, (name, i) => {
    const index = indices.get(name)
    if (index !== undefined) return index
    throw new OwnDataError(
      cells.pathOf(i, column),
      `${cells.placeOf(i)}, column '${spec.label}': '${shortened(name)}' is not one of the classes ${classes.join(', ')}; correct it or add it to classes.`,
    )
  })
  return { classes, labels }
}

/** The labels that occur: by size where all are numbers, else by their characters' codes. */
function classesIn(found: readonly string[], spec: TableDataSpec, cells: Cells): string[] {
  const missing = found.indexOf('')
  if (missing >= 0) {
    throw new OwnDataError(
      cells.pathOf(missing, cells.columns.indexOf(spec.label)),
      `${cells.placeOf(missing)}, column '${spec.label}': the label is missing; fill it in or remove the row.`,
    )
  }
  const classes = [...new Set(found)]
  if (classes.length < 2 || classes.length > MAX_TABLE_CLASSES) {
    const remedy = classes.length < 2 ? 'add examples of another' : 'use task: regression or fewer labels'
    throw new OwnDataError(
      ['label'],
      `The column '${spec.label}' has ${classes.length} different ${classes.length === 1 ? 'label' : 'labels'}; ${remedy} (2 to ${MAX_TABLE_CLASSES}).`,
    )
  }
  const isNumeric = classes.every((name) => NUMBER.test(name))
  return classes.sort((a, b) => (isNumeric ? Number(a) - Number(b) : 0) || (a < b ? -1 : 1))
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}
