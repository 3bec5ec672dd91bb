/**
 * Where everything on a mind map stands, computed when the page is built: the
 * same content gives the same sheet. The wide sheet has a hub with branches to
 * both sides, each a tidy tree by d3-hierarchy; the narrow one is narrow-layout.ts.
 * Drawing, panning and zooming are map-canvas.tsx.
 */
import { hierarchy, tree } from 'd3-hierarchy'
import type { Box, Edge, MapNode, MindMapData, PlacedNode, Sheet } from './map-data'
import { placeNarrow } from './narrow-layout'
import { BEAD, beadRows, beadsInRow, sizeOf, textWidth } from './node-size'

const MARGIN = 24
const BETWEEN_COLUMNS = 46
const BRANCHES = 6

interface Drawn {
  node: MapNode
  parent: string | null
  depth: number
  branch: number
  side: PlacedNode['side']
  beads: MapNode[]
  box: Box
}

/** On the sheet of the site a chapter's lessons are beads inside it. */
export function layoutMindMap({ title, root, links }: MindMapData): Sheet {
  const beadsOf = (node: MapNode) => (root.kind === 'site' && node.kind === 'chapter' ? node.children : [])
  const drawn = placeWide(root, beadsOf)
  const left = Math.min(...drawn.map(({ box }) => box.x)) - MARGIN
  const top = Math.min(...drawn.map(({ box }) => box.y)) - MARGIN
  for (const { box } of drawn) {
    box.x -= left
    box.y -= top
  }
  const narrow = placeNarrow(root, beadsOf)
  const nodes = drawn.flatMap(({ node, parent, depth, branch, side, beads, box }): PlacedNode[] => {
    const low = narrow.boxes.get(node.id) ?? box
    const { children: _, ...rest } = node
    const place = { depth, branch, side }
    return [
      { ...rest, ...place, parent, bead: false, boxes: { wide: box, narrow: low } },
      ...beads.map(({ children: __, ...bead }, index) => ({
        ...bead,
        ...place,
        depth: depth + 1,
        parent: node.id,
        bead: true,
        boxes: { wide: beadBox(box, index, beads.length), narrow: beadBox(low, index, beads.length) },
      })),
    ]
  })
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const hub = drawn[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 }
  return {
    title,
    nodes,
    edges: nodes.flatMap((node) => {
      const parent = node.parent === null || node.bead ? undefined : byId.get(node.parent)
      return parent === undefined ? [] : [edge(parent, node)]
    }),
    links: links.filter(({ from, to }) => byId.has(from) && byId.has(to)),
    sizes: {
      wide: {
        width: Math.max(...drawn.map(({ box }) => box.x + box.width)) + MARGIN,
        height: Math.max(...drawn.map(({ box }) => box.y + box.height)) + MARGIN,
      },
      narrow: narrow.size,
    },
    hub: { x: hub.x + hub.width / 2, y: hub.y + hub.height / 2 },
  }
}

function placeWide(root: MapNode, beadsOf: (node: MapNode) => MapNode[]): Drawn[] {
  // What has one child only is trunk: it stands above the hub, and the hub's children branch.
  const trunk = [root]
  let hub = root
  while (hub.children.length === 1 && hub.children[0] !== undefined && beadsOf(hub).length === 0) {
    hub = hub.children[0]
    trunk.push(hub)
  }
  const drawn: Drawn[] = []
  let bottom = 0
  for (const [index, node] of [...trunk.entries()].reverse()) {
    const size = sizeOf(node, 0)
    const y = node === hub ? -size.height / 2 : bottom - 36 - size.height
    bottom = y
    drawn.push({
      ...{ node, parent: trunk[index - 1]?.id ?? null, depth: index, branch: 0, side: 'trunk', beads: [] },
      box: { x: -size.width / 2, y, ...size },
    })
  }
  const parts = hub.children.map((node, index) => ({ node, branch: (index % BRANCHES) + 1 }))
  const isLeft = splitEvenly(parts.map(({ node }) => heightOf(node, beadsOf)))
  const sides = {
    left: parts.filter((_, index) => isLeft[index]),
    right: parts.filter((_, index) => !isLeft[index]),
  }
  for (const side of ['left', 'right'] as const) {
    drawn.push(...placeSide(hub, sides[side], side, trunk.length, beadsOf))
  }
  return drawn
}

/** One side of the hub: a tidy tree whose columns are as wide as their widest node. */
function placeSide(
  hub: MapNode,
  parts: readonly { node: MapNode; branch: number }[],
  side: 'left' | 'right',
  depth: number,
  beadsOf: (node: MapNode) => MapNode[],
): Drawn[] {
  if (parts.length === 0) return []
  const sizes = new Map<MapNode, { width: number; height: number }>()
  const size = (node: MapNode) => {
    const known = sizes.get(node) ?? sizeOf(node, beadsOf(node).length)
    sizes.set(node, known)
    return known
  }
  const top = hierarchy({ ...hub, children: parts.map(({ node }) => node) }, (node) =>
    beadsOf(node).length > 0 ? [] : node.children,
  )
  const placed = tree<MapNode>()
    .nodeSize([1, 1])
    .separation((a, b) => {
      const gap = a.parent === b.parent ? (a.depth === 1 ? 20 : 6) : 18
      return (size(a.data).height + size(b.data).height) / 2 + gap
    })(top)
  const columns: number[] = []
  placed.each(({ data, depth: at }) => {
    columns[at] = Math.max(columns[at] ?? 0, size(data).width)
  })
  columns[0] = sizeOf(hub, 0).width / 2
  const children = (placed.children ?? []).map(({ x }) => x)
  const middle = (Math.min(...children) + Math.max(...children)) / 2
  const drawn: Drawn[] = []
  for (const one of placed.descendants()) {
    if (one.parent === null) continue
    const { width, height } = size(one.data)
    const start = columns.slice(0, one.depth).reduce((sum, column) => sum + column + BETWEEN_COLUMNS, 0)
    const branch = parts.find(({ node }) => one.ancestors().some(({ data }) => data === node))?.branch ?? 0
    drawn.push({
      ...{ node: one.data, parent: one.parent.data.id, depth: depth + one.depth - 1, branch, side },
      beads: beadsOf(one.data),
      box: { x: side === 'right' ? start : -start - width, y: one.x - middle - height / 2, width, height },
    })
  }
  return drawn
}

function heightOf(node: MapNode, beadsOf: (node: MapNode) => MapNode[]): number {
  const beads = beadsOf(node).length
  const below = beads > 0 ? [] : node.children.map((child) => heightOf(child, beadsOf))
  return Math.max(
    sizeOf(node, beads).height + 10,
    below.reduce((sum, height) => sum + height, 0),
  )
}

/**
 * Which parts go to the left so that both sides are about as tall. The left takes the first ones, in order; where it
 * would be far from even, a run from the middle or the two ends.
 */
export function splitEvenly(heights: readonly number[]): boolean[] {
  const total = heights.reduce((sum, height) => sum + height, 0)
  let best = { cost: Number.POSITIVE_INFINITY, start: 0, end: 0 }
  for (let start = 0; start < heights.length; start++) {
    for (let end = start; end <= heights.length; end++) {
      const inside = heights.slice(start, end).reduce((sum, height) => sum + height, 0)
      const cost = Math.max(inside, total - inside)
      if (cost < best.cost * (start === 0 ? 1 : 0.95)) best = { cost, start, end }
    }
  }
  const first = best.start === 0
  return heights.map((_, index) => (index >= best.start && index < best.end) === first)
}

function beadBox(box: Box, index: number, beads: number): Box {
  const inRow = beadsInRow(box.width)
  const top = box.y + box.height - beadRows(beads, box.width) * BEAD - 8
  return {
    x: box.x + 12 + (index % inRow) * BEAD,
    y: top + Math.floor(index / inRow) * BEAD,
    width: BEAD,
    height: BEAD,
  }
}

function edge(parent: PlacedNode, node: PlacedNode): Edge {
  const { branch, depth } = node
  return {
    ...{ id: node.id, branch, depth, fromTrunk: parent.branch === 0 },
    paths: { wide: wideEdge(parent, node), narrow: narrowEdge(parent, node.boxes.narrow) },
  }
}

function wideEdge(parent: PlacedNode, node: PlacedNode): string {
  const from = parent.boxes.wide
  const to = node.boxes.wide
  if (node.side === 'trunk') {
    const x = from.x + from.width / 2
    return `M${round(x)} ${round(from.y + from.height)}V${round(to.y)}`
  }
  const rightwards = node.side === 'right'
  // What has no box around it ends where its text does.
  const reach = isBoxed(parent) ? from.width : textWidth(parent, from.width)
  const x0 = rightwards ? from.x + reach : from.x + from.width - reach
  const x1 = rightwards ? to.x : to.x + to.width
  const y0 = from.y + from.height / 2
  const y1 = to.y + to.height / 2
  const bend = (x0 + x1) / 2
  return `M${round(x0)} ${round(y0)}C${round(bend)} ${round(y0)} ${round(bend)} ${round(y1)} ${round(x1)} ${round(y1)}`
}

/** Down from behind the parent, around a corner, to the node. */
function narrowEdge(parent: PlacedNode, to: Box): string {
  const from = parent.boxes.narrow
  const x = from.x + 9
  const y = to.y + Math.min(to.height / 2, 18)
  const corner = Math.min(8, to.x - x)
  const start = from.y + from.height / 2 + (isBoxed(parent) ? 0 : 9)
  return `M${round(x)} ${round(start)}V${round(y - corner)}Q${round(x)} ${round(y)} ${round(x + corner)} ${round(y)}H${round(to.x)}`
}

function isBoxed({ kind }: PlacedNode): boolean {
  return kind === 'site' || kind === 'subject' || kind === 'course' || kind === 'chapter' || kind === 'group'
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
