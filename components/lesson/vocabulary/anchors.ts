/** Fragment ids of what a lesson's marks lead to; a prefix keeps them apart from the anchors of headings. */

export function sourceAnchor(sourceId: string): string {
  return `source-${sourceId}`
}

/** `relu.dying` → `experiment-dying` */
export function experimentAnchor(experimentId: string): string {
  return `experiment-${experimentId.slice(experimentId.indexOf('.') + 1)}`
}
