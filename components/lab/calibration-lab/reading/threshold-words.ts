/** Shares and thresholds as a person reads them. Pure. */
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import type { Measures } from './confusion'

/** A dash for a share of nothing. */
export function shareText(share: number | null): string {
  return share === null || Number.isNaN(share) ? '–' : formatPercent(share)
}

/** `At threshold 0.05: recall 84.0 %, precision 22.1 %.` */
export function tradeWords(threshold: number, { recall, precision }: Measures): string {
  return `At threshold ${formatNumber(threshold)}: recall ${shareText(recall)}, precision ${shareText(precision)}.`
}

/** What accuracy alone has gained over a model that looks at nothing. */
export function gainWords(model: Measures, majority: Measures): string {
  if (model.accuracy === null || majority.accuracy === null) return ''
  const points = (model.accuracy - majority.accuracy) * 100
  if (Math.abs(points) < 0.05) return 'Its accuracy is that of a model that looks at nothing.'
  const much = `${formatNumber(Math.abs(points), 2)} ${Math.abs(points).toFixed(1) === '1.0' ? 'point' : 'points'}`
  return `Its accuracy is ${much} ${points > 0 ? 'above' : 'below'} that of a model that looks at nothing.`
}
