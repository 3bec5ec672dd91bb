import type { Root } from 'mdast'
import type { VFile } from 'vfile'

export default function remarkVocabulary(): (tree: Root, file: VFile) => Promise<void>
