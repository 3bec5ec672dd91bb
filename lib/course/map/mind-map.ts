/**
 * A mind map before it is drawn: a tree of what is on it, and links across the
 * tree. Made from the catalog and the concepts by site-map.ts, course-map.ts and
 * lesson-map.ts; where things stand on the sheet is `components/mind-map`.
 */
/** `subject`: the lesson that a map is about. */
export type MapKind = 'subject' | 'site' | 'course' | 'chapter' | 'lesson' | 'concept' | 'section' | 'group' | 'page'

export interface MapNode {
  /** Unique on its map. */
  id: string
  kind: MapKind
  title: string
  /** One or two sentences, shown when the node is looked at. */
  detail: string
  /** The page that the node opens; null for one that only gathers others. */
  href: string | null
  /** The lesson whose state it shows; null for what has none. */
  lesson: { id: string; status: 'published' | 'planned' } | null
  children: MapNode[]
}

/** `to` needs `from`, or both teach the same. */
export interface MapLink {
  from: string
  to: string
  kind: 'builds-on' | 'shares'
}

export interface MindMap {
  title: string
  root: MapNode
  links: MapLink[]
}

export function mapNode(node: Pick<MapNode, 'id' | 'kind' | 'title'> & Partial<MapNode>): MapNode {
  return { detail: '', href: null, lesson: null, children: [], ...node }
}

/** Every node, a parent before its children. */
export function nodesOf(root: MapNode): MapNode[] {
  return [root, ...root.children.flatMap(nodesOf)]
}
