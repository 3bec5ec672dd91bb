/**
 * How a node of a mind map looks, by kind and state. Where it stands was decided
 * by layout.ts; what a key or a look at it does, by map-canvas.tsx.
 */
import { ArrowUpRight } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { LessonGlyph } from '@/components/course/lesson-glyph'
import { describeState, type LessonState } from '@/components/course/lesson-state'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { MapKind, PlacedNode } from './map-data'

const LOOKS: Record<MapKind, string> = {
  subject:
    'justify-center rounded-card border-2 border-transparent bg-ink text-center font-semibold font-serif text-lg text-page leading-6',
  site: 'justify-center rounded-full border-2 border-transparent bg-ink text-center font-semibold font-serif text-page text-xl leading-7',
  course:
    'justify-center rounded-card border-2 border-transparent bg-ink text-center font-semibold font-serif text-lg text-page leading-6',
  chapter:
    'justify-center rounded-card border-[1.5px] border-(--branch) bg-surface text-center font-semibold font-serif text-[0.95rem] leading-5 shadow-raised',
  lesson: 'rounded-control text-[0.83rem] leading-[1.125rem]',
  section: 'rounded-control text-[0.83rem] leading-[1.125rem]',
  page: 'rounded-control text-[0.83rem] leading-[1.125rem]',
  concept: 'rounded-control font-serif text-[0.9rem] text-muted italic leading-[1.125rem]',
  group:
    'justify-center rounded-full border-[1.5px] border-(--branch) bg-surface text-center font-semibold text-[0.85rem] leading-5',
}

interface MapNodeViewProps {
  node: PlacedNode
  state: LessonState | null
  /** A bead's place on its string. */
  number: number
  current: boolean
  /** Whether there are beads in its lower part. */
  beads: boolean
  /** Looked at, linked with what is looked at, or neither while something else is. */
  light: 'chosen' | 'linked' | 'plain'
  onFocus: () => void
  /** The pointer moved over it; that it came to lie under a pointer at rest is no look. */
  onLook: () => void
  onShow: () => void
  /** Id of the text that says more about the node that is looked at. */
  describedBy: string
}

/** One node: a link to its page, or for a node that only gathers others, a button that brings them into view. */
export function MapNodeView({
  node,
  state,
  number,
  current,
  beads,
  light,
  onFocus,
  onLook,
  onShow,
  describedBy,
}: MapNodeViewProps) {
  const { id, kind, href, bead, side } = node
  const shared = {
    'data-node': id,
    'data-light': light,
    tabIndex: current ? 0 : -1,
    draggable: false,
    style: placeOf(node),
    onFocus,
    onPointerMove: onLook,
    'aria-describedby': light === 'chosen' ? describedBy : undefined,
    className: classNames(
      'map-node absolute flex select-none transition-colors duration-150',
      !beads && 'items-center',
      bead ? 'map-bead justify-center rounded-full' : LOOKS[kind],
      !bead && !isDark(kind) && 'px-2.5 hover:bg-sunken dark:hover:bg-line',
      !bead && isLeaf(kind) && side === 'left' && 'md:flex-row-reverse md:text-right',
      !bead && (kind === 'chapter' || isDark(kind)) && 'px-3.5',
      light === 'linked' && 'bg-accent-soft text-ink outline-1 outline-accent',
      state?.kind === 'planned' && isLeaf(kind) && !bead && 'text-muted',
      beads && 'items-start pt-1.5',
    ),
  } as const
  const inside = bead ? <Bead state={state} number={number} title={node.title} /> : <Inside node={node} state={state} />
  return href === null ? (
    <button type="button" {...shared} onClick={onShow}>
      {inside}
    </button>
  ) : (
    <Link href={href} prefetch={false} {...shared}>
      {inside}
    </Link>
  )
}

/** Set on ink instead of paper. */
function isDark(kind: MapKind): boolean {
  return kind === 'site' || kind === 'course' || kind === 'subject'
}

function isLeaf(kind: MapKind): boolean {
  return kind === 'lesson' || kind === 'section' || kind === 'page' || kind === 'concept'
}

function Inside({ node, state }: { node: PlacedNode; state: LessonState | null }): ReactNode {
  const { kind, title, side } = node
  if (kind === 'concept' || !isLeaf(kind)) {
    return (
      <span className="min-w-0">
        {title}
        {state === null ? null : <span className="sr-only">, {describeState(state)}</span>}
      </span>
    )
  }
  return (
    <>
      <span
        className={classNames('-ml-2.5 shrink-0 text-(--branch)', side === 'left' ? 'mr-2 md:-mr-2.5 md:ml-2' : 'mr-2')}
      >
        {state !== null ? (
          <LessonGlyph state={state} className="size-4" />
        ) : kind === 'page' ? (
          <ArrowUpRight aria-hidden="true" className="size-4" />
        ) : (
          <span aria-hidden="true" className="block h-[1.5px] w-4 bg-(--branch)" />
        )}
      </span>
      <span className="min-w-0">
        {title}
        {state === null ? null : <span className="sr-only">, {describeState(state)}</span>}
      </span>
    </>
  )
}

function Bead({ state, number, title }: { state: LessonState | null; number: number; title: string }) {
  const kind = state?.kind ?? 'open'
  return (
    <>
      <span
        aria-hidden="true"
        className={classNames(
          'flex size-5 items-center justify-center rounded-full border-[1.5px] border-(--branch) text-[0.65rem] tabular-nums leading-none',
          kind === 'planned' && 'border-dashed text-muted',
          kind === 'open' && 'bg-surface font-semibold text-ink',
          kind === 'begun' && 'bg-(--branch-soft) font-semibold text-ink',
          kind === 'done' && 'bg-(--branch) font-semibold text-page',
        )}
      >
        {kind === 'done' ? '✓' : number}
      </span>
      <span className="sr-only">
        {title}
        {state === null ? null : `, ${describeState(state)}`}
      </span>
    </>
  )
}

/** Both sheets' places as custom properties; the style sheet takes the one that fits the screen. */
function placeOf({ boxes: { wide, narrow }, branch }: PlacedNode): CSSProperties {
  const place = {
    '--x': `${wide.x}px`,
    '--y': `${wide.y}px`,
    '--w': `${wide.width}px`,
    '--h': `${wide.height}px`,
    '--nx': `${narrow.x}px`,
    '--ny': `${narrow.y}px`,
    '--nw': `${narrow.width}px`,
    '--nh': `${narrow.height}px`,
    '--branch': branch === 0 ? 'var(--line-strong)' : `var(--branch-${branch})`,
  }
  return place as CSSProperties
}
