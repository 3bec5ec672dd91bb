/**
 * Writes a lesson that passes every check as it stands, with `[to write: …]`
 * where its author's words belong: the skeleton's files, and rows in the
 * curriculum. Not here: where it goes (plan-lesson.ts) and its ids in the lock
 * (lock-ids.ts).
 */
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { curriculumPath, curriculumRows } from '@/lib/course/check/check-curriculum'
import type { LessonPlan } from './plan-lesson'

const SKELETON = join(import.meta.dirname, 'skeleton')

/** What the skeleton holds, for its rows in the curriculum. */
const PLACES = {
  section: ['first-section', 'second-section'],
  cards: ['first-card', 'second-card'],
  questions: ['q-first', 'q-second'],
  experiments: ['first-run'],
}

/** What of a planned lesson goes into the written one as it is. */
const KEPT = ['title', 'summary', 'level', 'tags', 'concepts', 'prerequisites', 'formerly'] as const

const FEWEST_OBJECTIVES = 2

/** `root` is the content folder. */
export function writeLesson(root: string, { id, folder, planned }: LessonPlan): void {
  const target = join(root, folder)
  cpSync(SKELETON, target, { recursive: true })
  const path = join(target, 'lesson.yaml')
  const document = parseDocument(readFileSync(path, 'utf8'))
  const set = (key: string, value: unknown) =>
    document.set(key, document.createNode(value, { flow: Array.isArray(value) }))
  set('id', id)
  set('title', titleOf(folder))
  if (planned !== null) {
    for (const key of KEPT) if (planned[key].length > 0) set(key, planned[key])
    if (planned.objectives.length >= FEWEST_OBJECTIVES)
      document.set('objectives', document.createNode(planned.objectives))
  }
  writeFileSync(path, document.toString({ lineWidth: 120, flowCollectionPadding: false }))
  const { objectives } = document.toJS() as { objectives: string[] }
  appendFileSync(curriculumPath(root), curriculumRows({ id, objectives }, PLACES))
}

/** `…/03-two-kinds-of-error` → `Two kinds of error` */
function titleOf(folder: string): string {
  const words = folder.replace(/^.*\/\d+-/, '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
