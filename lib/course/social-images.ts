/**
 * Which pictures there are for links from elsewhere, and which page has which: one of the site, one a course, one a
 * lesson that is written; a planned lesson has its course's. Server only. What they look like is components/social/social-picture.tsx.
 */
import { ACTIVATION_NAMES, type ActivationName } from '@/lib/engine'
import { type Course, getCatalog, type Lesson, lessonsOf } from './catalog'

export interface SocialImage {
  /** `relu.png` */
  file: string
  above: string | null
  title: string
  curves: ActivationName[]
}

const USUAL: ActivationName[] = ['relu', 'swish', 'gelu']

const SITE: SocialImage = {
  file: 'nonlinear.png',
  above: null,
  title: 'The course where every lesson runs',
  curves: USUAL,
}

export function listSocialImages(): SocialImage[] {
  const catalog = getCatalog()
  const lessons = lessonsOf(catalog).filter(
    (lesson) => lesson.status === 'published' && lesson.href === lesson.canonicalHref,
  )
  return [SITE, ...catalog.courses.map(imageOfCourse), ...lessons.map(imageOfLesson)]
}

export function imageOfCourse({ slug, title }: Pick<Course, 'slug' | 'title'>): SocialImage {
  return { file: `course-${slug}.png`, above: 'Course', title, curves: USUAL }
}

export function imageOfLesson(
  lesson: Pick<Lesson, 'id' | 'courseSlug' | 'title' | 'concepts' | 'status'>,
): SocialImage {
  const course = getCatalog().courses.find(({ slug }) => slug === lesson.courseSlug)
  if (lesson.status === 'planned') return course ? imageOfCourse(course) : SITE
  const own = ACTIVATION_NAMES.filter((name) => lesson.concepts.includes(name))
  const curves = own.length > 0 ? own : USUAL
  return { file: `lesson-${lesson.id}.png`, above: course?.title ?? null, title: lesson.title, curves }
}

/** What `openGraph.images` takes. */
export function openGraphImages({ file, title }: SocialImage = SITE) {
  return [{ url: `/social/${file}`, width: 1200, height: 630, alt: `${title}, over curves of activation functions` }]
}
