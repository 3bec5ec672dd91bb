/**
 * How much room a node takes, estimated at build time from the length of its
 * title; the text itself is set by the browser, in a box with a little to spare.
 * Pixels.
 */
import type { MapKind, MapNode } from './map-data'

export const BEAD = 25
/** A node with beads inside is as wide as its chapter's title wants. */
const WITH_BEADS = 300

interface Style {
  width: number
  /** Mean width of a character of this node's type. */
  letter: number
  line: number
  /** Sideways, both edges together, glyph included. */
  padding: number
  /** Above and below together. */
  air: number
}

const STYLES: Record<MapKind, Style> = {
  subject: { width: 220, letter: 9.4, line: 24, padding: 36, air: 28 },
  site: { width: 168, letter: 10.5, line: 28, padding: 32, air: 28 },
  course: { width: 200, letter: 9, line: 24, padding: 32, air: 24 },
  chapter: { width: 200, letter: 7.7, line: 20, padding: 31, air: 14 },
  lesson: { width: 220, letter: 6.6, line: 18, padding: 34, air: 8 },
  section: { width: 220, letter: 6.6, line: 18, padding: 34, air: 8 },
  page: { width: 200, letter: 6.6, line: 18, padding: 34, air: 8 },
  concept: { width: 168, letter: 7, line: 18, padding: 18, air: 6 },
  group: { width: 148, letter: 7.6, line: 20, padding: 28, air: 14 },
}

/** `width`: what there is, where that is not the node's own choice. */
export function sizeOf(node: MapNode, beads: number, width?: number): { width: number; height: number } {
  const style = STYLES[node.kind]
  const own = beads > 0 ? WITH_BEADS : style.width
  const room = width ?? own
  const letters = Math.floor((room - style.padding) / style.letter)
  const height = linesOf(node.title, letters) * style.line + style.air
  return { width: room, height: beads > 0 ? height + beadRows(beads, room) * BEAD : height }
}

export function beadsInRow(width: number): number {
  return Math.max(1, Math.floor((width - 24) / BEAD))
}

export function beadRows(beads: number, width: number): number {
  return Math.ceil(beads / beadsInRow(width))
}

/** How far a node without a box reaches, glyph and text together, of the `width` that it has. */
export function textWidth({ kind, title }: Pick<MapNode, 'kind' | 'title'>, width: number): number {
  const { letter, padding } = STYLES[kind]
  const longest = Math.max(...breakLines(title, Math.floor((width - padding) / letter)))
  return Math.min(width, longest * letter + padding) + 12
}

export function linesOf(text: string, letters: number): number {
  return breakLines(text, letters).length
}

/** The lengths of the lines of a text that is broken between words. */
function breakLines(text: string, letters: number): number[] {
  const lines: number[] = []
  let used = 0
  for (const word of text.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > letters) {
      lines.push(used)
      used = 0
    }
    used += (used > 0 ? 1 : 0) + word.length
  }
  return [...lines, used]
}
