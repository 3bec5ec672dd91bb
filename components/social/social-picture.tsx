/**
 * The picture that stands for a page where somebody links to it: 1200 × 630, drawn by the site's own hand at build
 * time. It is laid out by satori, which knows inline styles and flex boxes and no stylesheet, hence the raw colours of
 * the light theme.
 */
import { type ActivationName, activations } from '@/lib/engine'
import { MarkTile } from './mark-tile'

export const SOCIAL_SIZE = { width: 1200, height: 630 }

export interface SocialPictureProps {
  /** The line above the title, such as the course; null on the site's own. */
  above: string | null
  title: string
  /** Curves behind the words, the first in front. */
  curves: readonly ActivationName[]
}

const PAPER = '#faf9f6'
const INK = '#1b1a18'
const MUTED = '#57534b'
const LINE = '#e3dfd6'
const CURVE_COLORS = ['#2446c4', '#c7280b', '#137759']

/** The window of the plane that the curves are drawn in. */
const X = { low: -4.2, high: 2.6 }
const UNIT = SOCIAL_SIZE.width / (X.high - X.low)
const ZERO = 505

export function SocialPicture({ above, title, curves }: SocialPictureProps) {
  return (
    <div style={{ width: '100%', height: '100%', display: 'flex', background: PAPER, fontFamily: 'Source Serif' }}>
      <svg
        aria-hidden="true"
        width={1200}
        height={630}
        viewBox="0 0 1200 630"
        style={{ position: 'absolute', left: 0, top: 0 }}
      >
        {[-4, -3, -2, -1, 0, 1, 2].map((x) => (
          <path key={x} d={`M${toX(x)} 0V630`} stroke={LINE} strokeWidth={x === 0 ? 3 : 1.5} />
        ))}
        {[-1, 0, 1, 2].map((y) => (
          <path key={y} d={`M0 ${toY(y)}H1200`} stroke={LINE} strokeWidth={y === 0 ? 3 : 1.5} />
        ))}
        {[...curves].slice(0, 3).map((name, index) => (
          <path
            key={name}
            d={curveOf(name)}
            fill="none"
            stroke={CURVE_COLORS[index]}
            strokeWidth={9}
            strokeLinejoin="round"
          />
        ))}
      </svg>
      <div style={{ display: 'flex', flexDirection: 'column', padding: '64px 72px', width: 860 }}>
        <div style={{ display: 'flex', alignItems: 'center', gap: 18 }}>
          <MarkTile side={56} />
          <div style={{ fontSize: 38, fontWeight: 600, color: INK }}>Nonlinear</div>
        </div>
        {above ? <div style={{ marginTop: 56, fontSize: 30, color: MUTED }}>{above}</div> : null}
        <div
          style={{
            marginTop: above ? 10 : 64,
            fontSize: title.length > 44 ? 58 : 70,
            fontWeight: 600,
            lineHeight: 1.12,
            letterSpacing: '-0.015em',
            color: INK,
          }}
        >
          {title}
        </div>
      </div>
    </div>
  )
}

const toX = (x: number) => (x - X.low) * UNIT
const toY = (y: number) => ZERO - y * UNIT

function curveOf(name: ActivationName): string {
  const { value } = activations[name]
  const points = Array.from({ length: 241 }, (_, index) => {
    const x = X.low + (index / 240) * (X.high - X.low)
    return `${toX(x).toFixed(1)} ${toY(value(x)).toFixed(1)}`
  })
  return `M${points.join('L')}`
}
