import type { PlotterCurve } from './curves'

export type MarkerKind = 'minimum' | 'maximum' | 'kink' | 'jump' | 'flat'

export interface Marker {
  kind: MarkerKind
  x: number
  /** Which way the flat part lies. */
  side?: 'left' | 'right'
}

/** What a curve is marked with, from left to right. */
export function markersOf({ features }: Pick<PlotterCurve, 'features'>): Marker[] {
  const { minimum, maximum, breaks, flat } = features
  const markers: Marker[] = breaks.map(({ x, value }) => ({ kind: value === 0 ? 'kink' : 'jump', x }))
  if (minimum.attained === 'inside') markers.push({ kind: 'minimum', x: minimum.at })
  if (maximum.attained === 'inside') markers.push({ kind: 'maximum', x: maximum.at })
  if (flat.left !== null) markers.push({ kind: 'flat', x: flat.left, side: 'left' })
  if (flat.right !== null) markers.push({ kind: 'flat', x: flat.right, side: 'right' })
  return markers.sort((a, b) => a.x - b.x)
}
