/** Every snippet of every published lesson and version, in reading order. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCatalog, originalsOf } from '@/lib/course/catalog'
import { parseProse } from '@/lib/course/prose/lesson-prose'
import { type Snippet, snippetsOf } from '@/lib/course/prose/snippets'
import { listVersions } from '@/lib/course/versions'

export interface LessonSnippet extends Snippet {
  /** `relu/playful:143`: the lesson, its version, the first line. */
  id: string
  /** `content/…/lesson.mdx` */
  file: string
}

/** `root` is the content folder. */
export function listSnippets(root: string): LessonSnippet[] {
  return originalsOf(buildCatalog(root).catalog)
    .filter(({ status }) => status === 'published')
    .flatMap((lesson) =>
      listVersions(lesson).flatMap(({ name, file }) => {
        const path = join(lesson.folder, file)
        const tree = parseProse(readFileSync(join(root, path), 'utf8'))
        return snippetsOf(tree).map((snippet) => ({
          ...snippet,
          id: `${lesson.id}/${name}:${snippet.line}`,
          file: `content/${path}`,
        }))
      }),
    )
}
