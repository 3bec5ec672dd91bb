import { LessonGlyph } from '@/components/course/lesson-glyph'
import { describeState } from '@/components/course/lesson-state'
import type { LessonStates } from '@/components/course/use-lesson-states'
import { Link } from '@/components/ui/link'
import type { PlacedNode, Sheet } from './map-data'

/** The same map as a nested list: every node, its words and its links. What is there without a script. */
export function MapList({ sheet, states }: { sheet: Sheet; states: LessonStates }) {
  return (
    <div className="rounded-card border border-line bg-surface px-4 py-5 sm:px-6 print:border-0 print:p-0">
      <Branch sheet={sheet} parent={null} states={states} />
    </div>
  )
}

function Branch({ sheet, parent, states }: { sheet: Sheet; parent: string | null; states: LessonStates }) {
  const nodes = sheet.nodes.filter((node) => node.parent === parent)
  if (nodes.length === 0) return null
  return (
    <ul className={parent === null ? undefined : 'mt-1 mb-2 ml-[0.45rem] border-line border-l pl-4 sm:pl-5'}>
      {nodes.map((node) => (
        <li key={node.id} className="break-inside-avoid-page">
          <Entry node={node} sheet={sheet} states={states} />
          <Branch sheet={sheet} parent={node.id} states={states} />
        </li>
      ))}
    </ul>
  )
}

function Entry({ node, sheet, states }: { node: PlacedNode; sheet: Sheet; states: LessonStates }) {
  const state = node.lesson === null ? null : states.stateOf(node.lesson)
  const needs = sheet.links.filter(({ to, kind }) => kind === 'builds-on' && to === node.id)
  const titles = needs.flatMap(({ from }) => sheet.nodes.find(({ id }) => id === from)?.title ?? [])
  const strong = node.kind !== 'lesson' && node.kind !== 'concept' && node.kind !== 'section' && node.kind !== 'page'
  return (
    <div className="py-1">
      <div className="flex items-baseline gap-2">
        {state === null ? null : (
          <span className="relative top-0.5 text-accent">
            <LessonGlyph state={state} />
          </span>
        )}
        <span className="min-w-0">
          {node.href === null ? (
            <span className="font-semibold">{node.title}</span>
          ) : (
            <Link
              href={node.href}
              prefetch={false}
              className={`inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:decoration-2 ${strong ? 'font-semibold font-serif text-lg' : ''}`}
            >
              {node.title}
            </Link>
          )}
          {state === null ? null : <span className="text-muted text-sm"> · {describeState(state)}</span>}
          {node.kind === 'concept' ? <span className="text-muted text-sm">: {node.detail}</span> : null}
          {titles.length === 0 ? null : (
            <span className="block text-muted text-sm">builds on {titles.join(' · ')}</span>
          )}
        </span>
      </div>
    </div>
  )
}
