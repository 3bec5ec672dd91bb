/**
 * `docs/curriculum.md`: for every objective of every lesson the sections that
 * teach it, the cards and questions that ask for it, the experiments that show
 * it. Pure: text in, rows out, faults of form collected. Whether what a row
 * names exists is check-curriculum.ts.
 */
import type { Heading, Nodes, Root, Table, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { parseMarkdown } from '@/lib/course/prose/markdown'

export const CURRICULUM_COLUMNS = ['section', 'cards', 'questions', 'experiments'] as const

export type CurriculumColumn = (typeof CURRICULUM_COLUMNS)[number]

export interface CurriculumRow {
  /** As written, so that it can be compared with lesson.yaml. */
  objective: string
  line: number
  /** Ids within the lesson; anchors without their #. */
  ids: Record<CurriculumColumn, string[]>
}

export interface CurriculumLesson {
  id: string
  line: number
  rows: CurriculumRow[]
}

export interface Curriculum {
  lessons: CurriculumLesson[]
  faults: { line: number; message: string }[]
}

const HEADER = ['objective', ...CURRICULUM_COLUMNS]

export function parseCurriculum(source: string): Curriculum {
  const tree: Root = parseMarkdown(source)
  const lessons: CurriculumLesson[] = []
  const faults: Curriculum['faults'] = []
  for (const node of tree.children) {
    const line = lineOf(node)
    if (node.type === 'heading' && node.depth > 1) lessons.push({ id: titleOf(node), line, rows: [] })
    if (node.type !== 'table') continue
    const lesson = lessons.at(-1)
    const columns = node.children[0]?.children.map((cell) => textOf(cell).trim()) ?? []
    if (lesson === undefined)
      faults.push({ line, message: 'this table stands under no lesson: put "## <lesson id>" above it.' })
    else if (columns.join() !== HEADER.join()) {
      faults.push({ line, message: `the columns are ${columns.join(', ')}; they must be ${HEADER.join(', ')}.` })
    } else lesson.rows.push(...rowsOf(node, source))
  }
  return { lessons, faults }
}

function rowsOf(table: Table, source: string): CurriculumRow[] {
  return table.children.slice(1).map((row) => {
    const ids = (column: CurriculumColumn) => namesIn(row, HEADER.indexOf(column))
    return {
      objective: sourceOf(row, source),
      line: lineOf(row),
      ids: {
        section: ids('section').map((anchor) => anchor.replace(/^#/, '')),
        cards: ids('cards'),
        questions: ids('questions'),
        experiments: ids('experiments'),
      },
    }
  })
}

/** What stands between backticks in a cell. */
function namesIn(row: TableRow, column: number): string[] {
  const names: string[] = []
  const cell = row.children[column]
  if (cell !== undefined) visit(cell, 'inlineCode', ({ value }) => void names.push(value.trim()))
  return names
}

/** The first cell as it is written, so that maths and emphasis compare with lesson.yaml letter by letter. */
function sourceOf(row: TableRow, source: string): string {
  const written = row.children[0]?.children ?? []
  const from = written[0]?.position?.start.offset ?? 0
  const to = written.at(-1)?.position?.end.offset ?? 0
  return source.slice(from, to).replaceAll('\\|', '|')
}

function titleOf(heading: Heading): string {
  return textOf(heading).trim()
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}
