import { activationLook } from '@/components/training/activation-look'
import { type ActivationName, activations } from '@/lib/engine'

/** The window of the plane that is drawn, the same for all, so that the curves can be compared. */
const REACH = 3
const SAMPLES = 96

/** An activation's curve at the size of a stamp, from the engine's own definition; its formulas say the rest. */
export function SmallCurve({ name }: { name: ActivationName }) {
  const { value } = activations[name]
  const points = Array.from({ length: SAMPLES + 1 }, (_, index) => {
    const x = -REACH + (2 * REACH * index) / SAMPLES
    const y = Math.min(REACH, Math.max(-REACH, value(x)))
    return `${(x * 10).toFixed(1)} ${(-y * 10).toFixed(1)}`
  })
  return (
    <svg
      viewBox="-31 -31 62 62"
      aria-hidden="true"
      className="size-14 shrink-0 sm:row-span-2 sm:size-20 print:row-span-2 print:size-10"
    >
      <path d="M-30 0H30M0 -30V30" stroke="var(--line-strong)" strokeWidth="1" />
      <path
        d={`M${points.join('L')}`}
        fill="none"
        stroke={activationLook(name).color}
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  )
}
