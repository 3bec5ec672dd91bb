import { LessonGlyph } from '@/components/course/lesson-glyph'
import type { LessonState } from '@/components/course/lesson-state'

const SIGNS: { state: LessonState; words: string }[] = [
  { state: { kind: 'planned' }, words: 'planned' },
  { state: { kind: 'open' }, words: 'to read' },
  { state: { kind: 'begun', share: 0.4 }, words: 'begun' },
  { state: { kind: 'done' }, words: 'done' },
]

/** What the shapes mean, and how to get about. */
export function MapLegend() {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 text-muted text-sm">
      <ul aria-label="Signs" className="flex flex-wrap gap-x-5 gap-y-1">
        {SIGNS.map(({ state, words }) => (
          <li key={words} className="flex items-center gap-1.5">
            <LessonGlyph state={state} />
            {words}
          </li>
        ))}
      </ul>
      <p className="pointer-coarse:hidden">
        Drag to move, <kbd>Ctrl</kbd> and wheel to zoom; arrow keys go along the branches, <kbd>Enter</kbd> opens.
      </p>
      <p className="pointer-fine:hidden">Drag with one finger, zoom with two.</p>
    </div>
  )
}
