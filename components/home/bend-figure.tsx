import { activations } from '@/lib/engine'

const CURVES = [
  { name: 'relu', label: 'ReLU', colour: 'var(--act-relu)', dash: undefined },
  { name: 'swish', label: 'Swish', colour: 'var(--act-swish)', dash: '7 4' },
  { name: 'gelu', label: 'GELU', colour: 'var(--act-gelu)', dash: '2 4' },
] as const

/** The window of the plane that is drawn, in units of x and f(x). */
const X = { low: -4, high: 2.4 }
const Y = { low: -0.55, high: 2.4 }
const SAMPLES = 161

const toX = (x: number) => ((x - X.low) / (X.high - X.low)) * 640
const toY = (y: number) => 296 - ((y - Y.low) / (Y.high - Y.low)) * 296

/** The three functions of the challenge, drawn from the engine's own definitions; no script needed. */
export function BendFigure() {
  return (
    <figure className="m-0">
      <svg viewBox="0 0 640 296" role="img" aria-labelledby="bend-title" className="h-auto w-full">
        <title id="bend-title">
          ReLU, Swish and GELU between −4 and 2.4: ReLU has a corner at zero, the other two dip below zero and bend
          smoothly.
        </title>
        <g stroke="var(--line)" strokeWidth="1">
          {[-4, -3, -2, -1, 1, 2].map((x) => (
            <line key={x} x1={toX(x)} x2={toX(x)} y1="0" y2="296" />
          ))}
          {[1, 2].map((y) => (
            <line key={y} x1="0" x2="640" y1={toY(y)} y2={toY(y)} />
          ))}
        </g>
        <g stroke="var(--line-strong)" strokeWidth="1.5">
          <line x1="0" x2="640" y1={toY(0)} y2={toY(0)} />
          <line x1={toX(0)} x2={toX(0)} y1="0" y2="296" />
        </g>
        {CURVES.map(({ name, colour, dash }) => (
          <path
            key={name}
            d={curve(activations[name].value)}
            fill="none"
            stroke={colour}
            strokeWidth="4"
            strokeLinecap="round"
            strokeDasharray={dash}
          />
        ))}
      </svg>
      <figcaption className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
        {CURVES.map(({ name, label, colour, dash }) => (
          <span key={name} className="inline-flex items-center gap-2">
            <svg viewBox="0 0 28 4" aria-hidden="true" className="w-7">
              <line x1="2" x2="26" y1="2" y2="2" stroke={colour} strokeWidth="4" strokeDasharray={dash} />
            </svg>
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function curve(value: (x: number) => number): string {
  const points = Array.from({ length: SAMPLES }, (_, index) => {
    const x = X.low + (index / (SAMPLES - 1)) * (X.high - X.low)
    return `${toX(x).toFixed(1)} ${toY(value(x)).toFixed(1)}`
  })
  return `M${points.join('L')}`
}
