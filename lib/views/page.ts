import { findLessonById, getCatalog } from '@/lib/course/catalog'

/** The name under which views of a lesson or chapter are counted; null when there is no such page to read. */
export function findPage(kind: string, id: string): string | null {
  const exists =
    kind === 'lesson'
      ? findLessonById(id)?.status === 'published'
      : kind === 'chapter' && getCatalog().courses.some(({ chapters }) => chapters.some((chapter) => chapter.id === id))
  return exists ? `${kind}:${id}` : null
}
