/** Where an arrow key leads from a node: along the branches of the sheet that is shown. Pure. */
import type { Form, PlacedNode } from './map-data'

export const MAP_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const
export type MapKey = (typeof MAP_KEYS)[number]

/**
 * Outwards leads to the first child, inwards to the parent; up and down lead to the neighbour in the same column, past
 * the end of one branch into the next. On the narrow sheet right is outwards, left is inwards, up and down go through
 * all nodes in order. Null where there is nothing.
 */
export function nodeAfterKey(nodes: readonly PlacedNode[], id: string, key: MapKey, form: Form): PlacedNode | null {
  const node = nodes.find((one) => one.id === id)
  if (node === undefined) return null
  const parent = nodes.find((one) => one.id === node.parent) ?? null
  const children = nodes.filter((one) => one.parent === id)
  const firstChild = (side?: PlacedNode['side']) =>
    children.find((one) => side === undefined || one.side === side || one.side === 'trunk') ?? null
  switch (key) {
    case 'Home':
      return nodes[0] ?? null
    case 'End':
      return nodes.at(-1) ?? null
    case 'ArrowLeft':
      if (node.bead) return beadBeside(nodes, node, -1) ?? parent
      if (form === 'narrow') return parent
      if (node.side === 'trunk') return firstChild('left')
      return node.side === 'right' ? parent : firstChild()
    case 'ArrowRight':
      if (node.bead) return beadBeside(nodes, node, 1)
      if (form === 'narrow') return firstChild()
      if (node.side === 'trunk') return firstChild('right')
      return node.side === 'left' ? parent : firstChild()
    case 'ArrowUp':
    case 'ArrowDown':
      return above(nodes, node, key === 'ArrowUp' ? -1 : 1, form)
    default:
      return key satisfies never
  }
}

function beadBeside(nodes: readonly PlacedNode[], bead: PlacedNode, step: 1 | -1): PlacedNode | null {
  const row = nodes.filter((one) => one.parent === bead.parent && one.bead)
  return row[row.indexOf(bead) + step] ?? null
}

function above(nodes: readonly PlacedNode[], node: PlacedNode, step: 1 | -1, form: Form): PlacedNode | null {
  const among = nodes.filter((one) => {
    if (one.bead !== node.bead) return false
    if (form === 'narrow') return true
    // The trunk is one column; beads go from string to string of their side.
    return one.side === node.side && (node.side === 'trunk' || node.bead || one.depth === node.depth)
  })
  const middle = (one: PlacedNode) => one.boxes[form].y + one.boxes[form].height / 2
  const start = (one: PlacedNode) => one.boxes[form].x
  const further = among.filter((one) => (middle(one) - middle(node)) * step > 1)
  const near = (one: PlacedNode) =>
    Math.abs(middle(one) - middle(node)) + (node.bead ? Math.abs(start(one) - start(node)) : 0)
  return further.reduce<PlacedNode | null>((best, one) => (best === null || near(one) < near(best) ? one : best), null)
}
