import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { ProseFault } from './check-vocabulary'

/** Pictures that say nothing to somebody who does not see them. What a `<Plot>` shows is said by its caption. */
export function checkPictures(tree: Root): ProseFault[] {
  return picturesOf(tree).flatMap(({ url, alternative, line, column }) => {
    if (alternative !== '') return []
    const message = `the picture "${url}" has no alternative text. Say between the brackets what it shows: ![what it shows](${url}).`
    return [{ line, column, message }]
  })
}

export interface Picture {
  url: string
  alternative: string
  line: number
  column: number
}

/** Every Markdown picture, in order. */
export function picturesOf(tree: Root): Picture[] {
  const pictures: Picture[] = []
  visit(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return
    const { line, column } = node.position?.start ?? { line: 1, column: 1 }
    const url = node.type === 'image' ? node.url : node.identifier
    pictures.push({ url, alternative: (node.alt ?? '').trim(), line, column })
  })
  return pictures
}
