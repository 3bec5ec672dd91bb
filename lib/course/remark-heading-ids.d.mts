import type { Heading, Root } from 'mdast'

export function writtenIdOf(heading: Heading): string | null

export default function remarkHeadingIds(): (tree: Root) => void
