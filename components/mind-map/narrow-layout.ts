import type { Box, MapNode } from './map-data'
import { sizeOf } from './node-size'

/** What a phone of 390 pixels has beside the page's own margins. */
const WIDTH = 342
const INDENT = 20
const MARGIN = 8

/** One node below the other, indented by depth: a map for a thumb, as wide as a phone. */
export function placeNarrow(root: MapNode, beadsOf: (node: MapNode) => MapNode[]) {
  const boxes = new Map<string, Box>()
  let y = MARGIN
  const place = (node: MapNode, depth: number) => {
    const beads = beadsOf(node)
    const x = MARGIN + depth * INDENT
    const size = sizeOf(node, beads.length, WIDTH - depth * INDENT)
    if (depth > 0) y += depth === 1 ? 16 : 4
    boxes.set(node.id, { x, y, ...size })
    y += size.height
    if (beads.length === 0) for (const child of node.children) place(child, depth + 1)
  }
  place(root, 0)
  return { boxes, size: { width: WIDTH + 2 * MARGIN, height: y + MARGIN } }
}
