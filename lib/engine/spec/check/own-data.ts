/** Rules for data that a learner brings: points and tables. What is wrong with a table's cells, data/own/table.ts says. */

import {
  MAX_TABLE_CHARACTERS,
  MAX_TABLE_CLASSES,
  MAX_TABLE_COLUMNS,
  MAX_TABLE_ROWS,
  readTable,
} from '../../data/own/table'
import { OwnDataError } from '../../errors'
import { DEFAULT_STANDARDISE_TABLE, type PointsDataSpec, type TableDataSpec } from '../data-spec'
import { type Path, type ProblemList, printed } from '../problem'

const MAX_POINTS = 10_000
const LARGEST_COORDINATE = 1000

export function checkPoints({ points, classes = 2 }: PointsDataSpec, list: ProblemList): void {
  const hasClasses = list.whole(['data', 'classes'], 'The number of classes', classes, 2, 10)
  if (!list.list(['data', 'points'], 'points', points, MAX_POINTS)) return
  if (points.length < 2) {
    list.add(['data', 'points'], `There are ${points.length} points; place at least 2.`)
    return
  }
  for (const [i, point] of points.entries()) {
    const path = ['data', 'points', i]
    if (!isTriple(point)) {
      list.add(path, `Point ${i} is ${printed(point)}; write [x, y, class], three numbers.`)
      return
    }
    const [x, y, label] = point
    const isFine =
      list.within([...path, 0], `Point ${i}: x`, x, -LARGEST_COORDINATE, LARGEST_COORDINATE) &&
      list.within([...path, 1], `Point ${i}: y`, y, -LARGEST_COORDINATE, LARGEST_COORDINATE) &&
      (!hasClasses || list.whole([...path, 2], `Point ${i}: the class`, label, 0, classes - 1))
    if (!isFine) return
  }
}

function isTriple(point: unknown): point is [unknown, unknown, unknown] {
  return Array.isArray(point) && point.length === 3
}

export function checkTable(data: TableDataSpec, list: ProblemList): void {
  const found = list.problems.length
  const { standardise = DEFAULT_STANDARDISE_TABLE } = data
  list.oneOf(['data', 'task'], 'The task', data.task, ['classes', 'regression'])
  list.oneOf(['data', 'standardise'], 'standardise', standardise, ['per-feature', 'none'])
  list.text(['data', 'label'], 'The name of the label column', data.label, 200)
  if (data.features !== undefined) checkNames(['data', 'features'], data.features, MAX_TABLE_COLUMNS, list)
  checkOwnClasses(data, list)
  checkSource(data, list)
  if (!list.isCleanSince(found)) return
  try {
    readTable(data)
  } catch (error) {
    if (!(error instanceof OwnDataError)) throw error
    list.add(['data', ...error.path], error.message)
  }
}

/** Either text, or columns and rows. */
function checkSource({ text, columns, rows }: TableDataSpec, list: ProblemList): void {
  if (text === undefined && rows === undefined) {
    list.add(['data'], 'The table is missing; give CSV as text, or columns and rows.')
  } else if (text === undefined) {
    checkNames(['data', 'columns'], columns, MAX_TABLE_COLUMNS, list)
    checkCells(rows, list)
  } else if (rows !== undefined || columns !== undefined) {
    list.add(['data'], 'The table is there twice; give either text, or columns and rows.')
  } else list.text(['data', 'text'], 'The text of the table', text, MAX_TABLE_CHARACTERS)
}

function checkCells(rows: unknown, list: ProblemList): void {
  if (!list.list(['data', 'rows'], 'rows', rows, MAX_TABLE_ROWS)) return
  for (const [i, row] of (rows as unknown[]).entries()) {
    if (!list.list(['data', 'rows', i], `Row ${i + 1}`, row, MAX_TABLE_COLUMNS)) return
    for (const [k, cell] of (row as unknown[]).entries()) {
      if (typeof cell === 'string' || Number.isFinite(cell)) continue
      list.add(['data', 'rows', i, k], `Row ${i + 1}, value ${k + 1} is ${printed(cell)}; use a number or text.`)
      return
    }
  }
}

function checkOwnClasses({ classes, task }: TableDataSpec, list: ProblemList): void {
  if (classes === undefined) return
  const path = ['data', 'classes']
  if (task === 'regression') {
    list.add(path, 'A regression has no classes; leave classes out, or use task: classes.')
  } else if (checkNames(path, classes, MAX_TABLE_CLASSES, list) && classes.length < 2) {
    list.add(path, `There are ${classes.length} classes; name at least 2, or leave classes out.`)
  }
}

/** A list of different names. */
function checkNames(path: Path, names: unknown, most: number, list: ProblemList): boolean {
  const key = path[path.length - 1] as string
  if (!list.list(path, key, names, most)) return false
  const known = names as unknown[]
  for (const [i, name] of known.entries()) {
    if (!list.text([...path, i], `${key}: a name`, name, 200)) return false
    if (known.indexOf(name) !== i) return list.add([...path, i], `${key}: '${name}' is there twice; name each once.`)
  }
  return true
}
