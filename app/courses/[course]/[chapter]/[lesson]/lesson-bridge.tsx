import { Bridge } from '@/components/course/bridge'
import { type Course, getCatalog, type Lesson } from '@/lib/course/catalog'
import { homeOf } from '@/lib/course/course-outline'

/** Where the lesson is at home in another course: the way from this one into it. */
export async function LessonBridge({ course, lesson }: { course: Course; lesson: Lesson }) {
  const home = homeOf(lesson, getCatalog().courses)
  if (home === null) return null
  return (
    <Bridge here={course} home={home}>
      {lesson.bridge === null ? null : <BridgeProse path={lesson.bridge} />}
    </Bridge>
  )
}

async function BridgeProse({ path }: { path: string }) {
  const [course, chapter, lesson, file = ''] = path.split('/')
  const { default: Prose } = await import(`@/content/${course}/${chapter}/${lesson}/${file.replace(/\.mdx$/, '')}.mdx`)
  return <Prose />
}
