import type { LessonState } from './lesson-state'

const CIRCUMFERENCE = 2 * Math.PI * 3

/**
 * A lesson's state as a shape: a dashed ring is planned, a ring is open, a ring that fills is begun, a disc with a tick
 * is done. The words stand beside it, or in the name of what it belongs to.
 */
export function LessonGlyph({ state, className }: { state: LessonState; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={className ?? 'size-4 shrink-0'} fill="none">
      {state.kind === 'done' ? (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path
            d="m5 8.2 2.1 2.1L11 6.2"
            stroke="var(--surface)"
            strokeWidth="1.8"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      ) : (
        <circle
          cx="8"
          cy="8"
          r="6.25"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray={state.kind === 'planned' ? '2.2 2.71' : undefined}
          fill={state.kind === 'planned' ? 'none' : 'var(--surface)'}
        />
      )}
      {state.kind === 'begun' ? (
        <circle
          cx="8"
          cy="8"
          r="3"
          stroke="currentColor"
          strokeWidth="6"
          strokeDasharray={`${Math.max(0.12, state.share) * CIRCUMFERENCE} ${CIRCUMFERENCE}`}
          transform="rotate(-90 8 8)"
        />
      ) : null}
    </svg>
  )
}
