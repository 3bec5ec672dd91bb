/**
 * Where everything of the network's picture stands, in pixels, and where the arrow keys lead. Pure. Columns from left to
 * right: inputs, then for each layer its weights and its units; the loss and the target stand below the output.
 *
 * The weights between two layers stand in one column: the one from source i to unit j where the line from i to j is a
 * quarter of its way. With at most three a side no two of them then share a place.
 */
import { LOSS, type NetworkPlan, TARGET, type Unit } from './network-plan'

export interface Box {
  id: string
  /** Of its middle. */
  x: number
  y: number
  width: number
  height: number
  /** From left to right, counted from 0. */
  column: number
}

export interface UnitFrame {
  unit: Unit
  x: number
  y: number
  width: number
  height: number
}

export interface Wire {
  from: string
  to: string
  path: string
}

export interface GraphLayout {
  width: number
  height: number
  /** Where the picture begins: what stands there is at its upper edge. */
  top: number
  boxes: readonly Box[]
  frames: readonly UnitFrame[]
  wires: readonly Wire[]
}

export interface Sizes {
  node: number
  pill: number
  gap: number
}

/** The widest first; the last is for phones. */
export const SIZES: readonly Sizes[] = [
  { node: 116, pill: 92, gap: 136 },
  { node: 90, pill: 76, gap: 102 },
  { node: 64, pill: 58, gap: 61 },
]

const ROW = 150
const PILL_HEIGHT = 34
const HALF_HEIGHT = 37
const CAPTION_HEIGHT = 18
const UNIT_HEIGHT = CAPTION_HEIGHT + 2 * HALF_HEIGHT
const BIAS_GAP = 8
const MARGIN = 4

export function layOut(plan: NetworkPlan, { node, pill, gap }: Sizes): GraphLayout {
  const rows = Math.max(plan.inputs.length, ...plan.layers.map((layer) => layer.length))
  const boxes: Box[] = []
  const frames: UnitFrame[] = []
  const wires: Wire[] = []
  const middle = (rows * ROW) / 2
  const yOf = (place: number, count: number) => middle + (place - (count - 1) / 2) * ROW
  const columnX = (layer: number) => MARGIN + node / 2 + layer * (node + gap)
  const boxOf = (id: string) => boxes.find((box) => box.id === id)
  const place = (id: string, column: number, [x, y]: readonly [number, number], [width, height]: [number, number]) => {
    const box = { id, x, y, width, height, column }
    boxes.push(box)
    return box
  }

  plan.inputs.forEach((id, index) => {
    place(id, 0, [columnX(0), yOf(index, plan.inputs.length)], [node, HALF_HEIGHT])
  })
  let sources: readonly string[] = plan.inputs
  for (const [index, units] of plan.layers.entries()) {
    const [x, column] = [columnX(index + 1), 2 * index + 1]
    for (const [at, unit] of units.entries()) {
      // The bias stands above its unit: both together are in the middle of the row.
      const top = yOf(at, units.length) - (UNIT_HEIGHT - PILL_HEIGHT - BIAS_GAP) / 2
      frames.push({ unit, x: x - node / 2, y: top, width: node, height: UNIT_HEIGHT })
      const bias = place(
        unit.bias,
        column + 1,
        [x, top - BIAS_GAP - PILL_HEIGHT / 2],
        [Math.min(node, pill), PILL_HEIGHT],
      )
      const z = place(unit.z, column + 1, [x, top + CAPTION_HEIGHT + HALF_HEIGHT / 2], [node, HALF_HEIGHT])
      place(unit.a, column + 1, [x, top + CAPTION_HEIGHT + 1.5 * HALF_HEIGHT], [node, HALF_HEIGHT])
      wires.push({ from: unit.bias, to: unit.z, path: `M${x} ${bias.y + PILL_HEIGHT / 2}V${top}` })
      unit.terms.forEach(({ weight, source: sourceId }, from) => {
        const source = boxOf(sourceId)
        if (source === undefined) return
        const rowOf = (one: number, count: number) => yOf(one, count)
        const y = 0.75 * rowOf(from, sources.length) + 0.25 * rowOf(at, units.length)
        const box = place(weight, column, [x - node / 2 - gap / 2, y], [pill, PILL_HEIGHT])
        wires.push({
          from: sourceId,
          to: weight,
          path: curve(source.x + source.width / 2, source.y, box.x - pill / 2, y),
        })
        wires.push({ from: weight, to: unit.z, path: curve(box.x + pill / 2, y, z.x - node / 2, z.y) })
      })
    }
    sources = units.map(({ a }) => a)
  }
  const output = boxOf('ao')
  const [x, bottom] = [output?.x ?? 0, (output?.y ?? 0) + HALF_HEIGHT / 2]
  const column = 2 * plan.layers.length
  const loss = place(LOSS, column, [x, bottom + 26 + HALF_HEIGHT / 2], [node, HALF_HEIGHT])
  const target = place(TARGET, column, [x, loss.y + HALF_HEIGHT / 2 + 18 + 12], [Math.min(node, pill), 24])
  wires.push({ from: 'ao', to: LOSS, path: `M${x} ${bottom}V${loss.y - HALF_HEIGHT / 2}` })
  wires.push({ from: TARGET, to: LOSS, path: `M${x} ${target.y - 12}V${loss.y + HALF_HEIGHT / 2}` })
  const lowest = Math.max(...boxes.map((box) => box.y + box.height / 2), ...frames.map((box) => box.y + box.height))
  const highest = Math.min(...boxes.map((box) => box.y - box.height / 2))
  const width = columnX(plan.layers.length) + node / 2 + MARGIN
  return { width, height: lowest - highest + 2 * MARGIN, top: highest - MARGIN, boxes, frames, wires }
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const bend = (x2 - x1) / 2
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
}

/** Up and down within a column; left and right to what is nearest in the next. Null for a key that moves nothing. */
export function neighbourOf(boxes: readonly Box[], id: string, key: string): string | null {
  const here = boxes.find((box) => box.id === id)
  if (here === undefined) return null
  const inColumn = (column: number) => boxes.filter((box) => box.column === column).sort((a, b) => a.y - b.y)
  const own = inColumn(here.column)
  switch (key) {
    case 'ArrowUp':
      return own[own.indexOf(here) - 1]?.id ?? id
    case 'ArrowDown':
      return own[own.indexOf(here) + 1]?.id ?? id
    case 'Home':
      return inColumn(0)[0]?.id ?? id
    case 'End':
      return LOSS
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = inColumn(here.column + (key === 'ArrowRight' ? 1 : -1))
      return next.sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0]?.id ?? id
    }
    default:
      return null
  }
}
