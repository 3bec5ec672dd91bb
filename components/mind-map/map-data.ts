/** What a page hands to a mind map, and what the layout makes of it. No component here knows where content comes from. */
import type { LessonStatus } from '@/components/course/lesson-state'

export type MapKind = 'subject' | 'site' | 'course' | 'chapter' | 'lesson' | 'concept' | 'section' | 'group' | 'page'

export interface MapNode {
  id: string
  kind: MapKind
  title: string
  detail: string
  href: string | null
  lesson: { id: string; status: LessonStatus } | null
  children: MapNode[]
}

export interface MapLink {
  from: string
  to: string
  kind: 'builds-on' | 'shares'
}

export interface MindMapData {
  title: string
  root: MapNode
  links: MapLink[]
}

/** In the sheet's own pixels, from its top left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** On a wide screen branches go both ways from the hub; on a narrow one all hang below each other. */
export type Form = 'wide' | 'narrow'

export interface PlacedNode extends Omit<MapNode, 'children'> {
  parent: string | null
  depth: number
  /** 1 … 6: the colour of the branch it is on; 0 for the trunk. */
  branch: number
  /** Where its parent is, on the wide sheet. */
  side: 'left' | 'right' | 'trunk'
  boxes: Record<Form, Box>
  /** Lessons drawn inside the node, as beads on a string; each is a node of its own, placed too. */
  bead: boolean
}

export interface Edge {
  id: string
  branch: number
  depth: number
  fromTrunk: boolean
  paths: Record<Form, string>
}

export interface Sheet {
  title: string
  nodes: PlacedNode[]
  edges: Edge[]
  links: MapLink[]
  sizes: Record<Form, { width: number; height: number }>
  /** Middle of the hub on the wide sheet. */
  hub: { x: number; y: number }
}
