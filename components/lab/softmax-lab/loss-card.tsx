import { formatNumber } from '@/components/plot/format-number'
import { Card } from '@/components/ui/card'
import { classKey } from './probability-bars'
import { floorOfTwice } from './softmax-maths'

interface LossCardProps {
  loss: number
  gradient: readonly number[]
  twice: boolean
}

/** What cross-entropy makes of it, and what comes back to the logits. */
export function LossCard({ loss, gradient, twice }: LossCardProps) {
  const classes = gradient.length
  const floor = floorOfTwice(classes)
  return (
    <Card className="flex flex-col gap-3 bg-sunken text-sm">
      <p className="m-0">
        <span className="font-semibold">Cross-entropy: {formatNumber(loss, 7)}</span>
        {twice
          ? `. Softmax stands here twice, so it cannot go below ${formatNumber(floor.loss, 7)} for ${classes} classes: even a certainty leaves the second softmax with ${formatNumber(floor.probability, 6)}.`
          : '. Given logits, as it should be, it goes to 0 as the right class gets certain.'}
      </p>
      <p className="m-0">
        Gradient at the logits{twice ? '' : ', p − y at T = 1'}:{' '}
        <span className="tabular-nums">
          {gradient.map((value, index) => (
            <span key={classKey(index)}>
              {index > 0 ? ', ' : ''}
              {formatNumber(Number(value.toFixed(6)), 4)}
            </span>
          ))}
        </span>
      </p>
    </Card>
  )
}
