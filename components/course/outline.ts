/** A course as its page hands it to the components, and how times are said. */
import type { LessonStatus } from './lesson-state'

export interface OutlineLesson {
  id: string
  href: string
  title: string
  summary: string
  minutes: number
  level: string
  status: LessonStatus
  position: number
  /** The course that it was written for, where that is another. */
  from: { title: string; href: string } | null
}

export interface OutlineChapter {
  id: string
  slug: string
  href: string
  title: string
  summary: string
  tags: string[]
  position: number
  lessons: OutlineLesson[]
  minutes: number
}

/** `40 minutes`, `about 3 hours`: nobody plans a course by the minute. */
export function describeTime(minutes: number): string {
  if (minutes < 55) return `${minutes} minutes`
  const halves = Math.round(minutes / 30)
  if (halves === 2) return 'about an hour'
  return `about ${halves % 2 === 0 ? halves / 2 : `${Math.floor(halves / 2)}½`} hours`
}

/** `13 lessons`, `1 lesson` */
export function countLessons(lessons: readonly unknown[]): string {
  return `${lessons.length} ${lessons.length === 1 ? 'lesson' : 'lessons'}`
}

/** `1 open, 12 planned`, in words that leave out what is none. */
export function describeOpen(lessons: readonly { status: LessonStatus }[]): string {
  const open = lessons.filter(({ status }) => status === 'published').length
  const planned = lessons.length - open
  if (planned === 0) return 'all open'
  return open === 0 ? 'all planned' : `${open} open, ${planned} planned`
}
