/**
 * A lesson's experiments: `experiments/*.yaml`, each a wrapper around one
 * ExperimentSpec with the claims the lesson makes about it. Server only. The
 * id of an experiment is its file's name.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { memoByTree } from '@/lib/course/files/memo'
import { displayPath, loadYamlFile } from '@/lib/course/files/yaml-file'
import { type ExperimentFile, experimentFileSchema } from '@/lib/experiment/experiment-file'
import { findLessonById, type Lesson } from './catalog'
import { itemId, LOCAL_ID } from './ids'

/** An experiment of a lesson, under its full id: `<lesson>.<experiment>`. */
export type LessonExperiment = ExperimentFile & { id: string }

/** Empty for a planned or unknown lesson; throws ContentError for one that cannot be read. */
export function loadExperiments(lessonId: string): LessonExperiment[] {
  const lesson = findLessonById(lessonId)
  if (lesson === null || lesson.status === 'planned') return []
  const root = contentRoot()
  return memoByTree(`experiments:${lessonId}`, root, () => readExperiments(root, lesson))
}

/** The experiments in `root` (the content folder), in the order of their file names, read now. */
export function readExperiments(root: string, lesson: Pick<Lesson, 'id' | 'folder'>): LessonExperiment[] {
  const folder = join(/*turbopackIgnore: true*/ root, lesson.folder, 'experiments')
  if (!existsSync(/*turbopackIgnore: true*/ folder)) return []
  const problems: ContentProblem[] = []
  const names = readdirSync(/*turbopackIgnore: true*/ folder).filter((name) => !name.startsWith('.'))
  const experiments = names.sort().flatMap((name): LessonExperiment[] => {
    const local = name.replace(/\.yaml$/, '')
    const path = join(/*turbopackIgnore: true*/ folder, name)
    if (local === name || !LOCAL_ID.test(local)) {
      const message = 'must be named in lower-case words joined by hyphens and end in .yaml: its name is its id.'
      problems.push({ file: displayPath(root, path), key: null, message })
      return []
    }
    try {
      return [{ id: itemId(lesson.id, local), ...loadYamlFile(root, path, experimentFileSchema) }]
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  if (problems.length > 0) throw new ContentError(problems)
  return experiments
}
