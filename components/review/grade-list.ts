import type { Grade } from '@/lib/review/grade'

/** What a grade is called on its button, and the key that presses it. */
export const GRADE_BUTTONS: readonly { grade: Grade; title: string; key: string; tone: string }[] = [
  { grade: 'again', title: 'Again', key: '1', tone: 'text-bad' },
  { grade: 'hard', title: 'Hard', key: '2', tone: 'text-warn' },
  { grade: 'good', title: 'Good', key: '3', tone: 'text-good' },
  { grade: 'easy', title: 'Easy', key: '4', tone: 'text-accent' },
]
