import type { Box, Form, MapLink, PlacedNode } from './map-data'

interface MapArcsProps {
  nodes: readonly PlacedNode[]
  /** Those of the node that is looked at. */
  links: readonly MapLink[]
  form: Form
}

/** Links across the branches, from the node that is looked at: an arrow to what builds on it, a plain arc to its like. */
export function MapArcs({ nodes, links, form }: MapArcsProps) {
  const boxOf = (id: string) => nodes.find((node) => node.id === id)?.boxes[form]
  return (
    <svg
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 size-full overflow-visible text-accent"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeDasharray="5 4"
    >
      <defs>
        <marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" fill="currentColor" stroke="none" />
        </marker>
      </defs>
      {links.map(({ from, to, kind }) => {
        const start = boxOf(from)
        const end = boxOf(to)
        if (start === undefined || end === undefined) return null
        return (
          <path
            key={`${from} ${to}`}
            d={arc(start, end)}
            markerEnd={kind === 'builds-on' ? 'url(#map-arrow)' : undefined}
          />
        )
      })}
    </svg>
  )
}

/** Between the nearest sides; where one stands above the other, around the outside. */
export function arc(from: Box, to: Box): string {
  const middle = (box: Box) => box.y + box.height / 2
  const overlapping = from.x < to.x + to.width && to.x < from.x + from.width
  if (overlapping) {
    const x0 = from.x + from.width
    const x1 = to.x + to.width
    const out = Math.max(x0, x1) + 24 + Math.min(70, Math.abs(middle(from) - middle(to)) / 6)
    return `M${x0} ${middle(from)}C${out} ${middle(from)} ${out} ${middle(to)} ${x1} ${middle(to)}`
  }
  const rightwards = to.x > from.x
  const x0 = rightwards ? from.x + from.width : from.x
  const x1 = rightwards ? to.x : to.x + to.width
  const bend = (x0 + x1) / 2
  return `M${x0} ${middle(from)}C${bend} ${middle(from)} ${bend} ${middle(to)} ${x1} ${middle(to)}`
}
