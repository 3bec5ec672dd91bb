import type { Root } from 'hast'

export default function rehypeTypesetting(): (tree: Root) => void
