'use client'

/**
 * A mind map to look at: the laid-out sheet under a frame that pans and zooms.
 * One node at a time takes part in the tab order; arrow keys go from node to
 * node, Enter opens its page. What is looked at shows its links to others.
 */
import { Maximize, Minus, Plus } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { LessonStates } from '@/components/course/use-lesson-states'
import { MapArcs } from './map-arcs'
import type { PlacedNode, Sheet } from './map-data'
import { MapEdges } from './map-edges'
import { MAP_KEYS, type MapKey, nodeAfterKey } from './map-keys'
import { MapLegend } from './map-legend'
import { MapNodeView } from './map-node'
import { MapNote } from './map-note'
import { useForm } from './use-form'
import { useViewport } from './use-viewport'

const STEP = 1.25

export function MapCanvas({ sheet, states }: { sheet: Sheet; states: LessonStates }) {
  const frame = useRef<HTMLDivElement>(null)
  const form = useForm()
  const { view, handlers, zoom, showAll, show } = useViewport(
    frame,
    sheet.sizes[form],
    form === 'wide' ? sheet.hub : null,
  )
  const note = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [stop, setStop] = useState<string | null>(null)
  const current = stop ?? sheet.nodes[0]?.id ?? null
  const links = useMemo(() => sheet.links.filter(({ from, to }) => from === chosen || to === chosen), [sheet, chosen])
  const linked = useMemo(() => new Set(links.flatMap(({ from, to }) => [from, to])), [links])
  const strings = useMemo(() => new Set(sheet.nodes.flatMap(({ bead, parent }) => (bead ? [parent] : []))), [sheet])
  const numbers = useMemo(() => numberBeads(sheet.nodes), [sheet])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === null) return
    if (event.key === '+' || event.key === '-' || event.key === '0') {
      event.preventDefault()
      if (event.key === '0') showAll()
      else zoom(event.key === '+' ? STEP : 1 / STEP)
      return
    }
    if (!isMapKey(event.key)) return
    event.preventDefault()
    const next = nodeAfterKey(sheet.nodes, current, event.key, form)
    if (next === null) return
    const element = frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next.id)}"]`)
    element?.focus({ preventScroll: true })
    show(next.boxes[form])
  }

  const look = ({ id }: PlacedNode) => setChosen(id)
  const focus = (node: PlacedNode) => {
    setStop(node.id)
    look(node)
  }
  return (
    <div className="grid gap-3">
      <section
        ref={frame}
        aria-label={`Mind map: ${sheet.title}. Arrow keys move along the branches, Enter opens a page.`}
        className="map-frame relative cursor-grab overflow-clip rounded-card border border-line bg-page active:cursor-grabbing"
        style={stageSize(sheet)}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <div
          className="map-stage absolute"
          style={
            view === null
              ? undefined
              : { left: 0, top: 0, transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }
          }
        >
          <MapEdges sheet={sheet} />
          {links.length > 0 ? <MapArcs nodes={sheet.nodes} links={links} form={form} /> : null}
          {sheet.nodes.map((node) => (
            <MapNodeView
              key={node.id}
              node={node}
              state={node.lesson === null ? null : states.stateOf(node.lesson)}
              number={numbers.get(node.id) ?? 0}
              current={node.id === current}
              beads={strings.has(node.id)}
              light={node.id === chosen ? 'chosen' : linked.has(node.id) ? 'linked' : 'plain'}
              onFocus={() => focus(node)}
              onLook={() => look(node)}
              onShow={() => show(node.boxes[form])}
              describedBy={note}
            />
          ))}
        </div>
        <div className="absolute right-3 bottom-3 flex flex-col overflow-hidden rounded-control border border-line-strong bg-surface shadow-raised">
          <ZoomButton
            label="Zoom in"
            onClick={() => zoom(STEP)}
            icon={<Plus aria-hidden="true" className="size-5" />}
          />
          <ZoomButton
            label="Zoom out"
            onClick={() => zoom(1 / STEP)}
            icon={<Minus aria-hidden="true" className="size-5" />}
          />
          <ZoomButton
            label="Show the whole map"
            onClick={showAll}
            icon={<Maximize aria-hidden="true" className="size-4.5" />}
          />
        </div>
      </section>
      <MapNote id={note} sheet={sheet} chosen={chosen} links={links} states={states} />
      <MapLegend />
    </div>
  )
}

function ZoomButton({ label, onClick, icon }: { label: string; onClick: () => void; icon: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="flex size-11 items-center justify-center text-ink not-last:border-line not-last:border-b hover:bg-sunken focus-visible:-outline-offset-2"
    >
      {icon}
    </button>
  )
}

function isMapKey(key: string): key is MapKey {
  return (MAP_KEYS as readonly string[]).includes(key)
}

/** A bead shows its lesson's place in the chapter. */
function numberBeads(nodes: readonly PlacedNode[]): Map<string, number> {
  const next = new Map<string | null, number>()
  return new Map(
    nodes
      .filter(({ bead }) => bead)
      .map(({ id, parent }) => {
        const number = (next.get(parent) ?? 0) + 1
        next.set(parent, number)
        return [id, number] as const
      }),
  )
}

function stageSize({ sizes: { wide, narrow }, hub }: Sheet): CSSProperties {
  const size = {
    '--w': `${wide.width}px`,
    '--h': `${wide.height}px`,
    '--nw': `${narrow.width}px`,
    '--nh': `${narrow.height}px`,
    '--hub-x': `${hub.x}px`,
    '--hub-y': `${hub.y}px`,
  }
  return size as CSSProperties
}
