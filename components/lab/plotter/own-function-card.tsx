import { formatNumber } from '@/components/plot/format-number'
import { Card } from '@/components/ui/card'
import { type ActivationDescription, slopeText } from '@/lib/engine'
import type { OwnFunction } from './use-own-function'

/** A learner's function as the engine sees it: its derivative, and what can be said of it, with how sure that is. */
export function OwnFunctionCard({ own: { activation, description } }: { own: OwnFunction }) {
  if (activation === null) return null
  const slope = slopeText(activation)
  const rows: [name: string, text: string][] = [
    ['f(x)', activation.source],
    ['f′(x)', slope ?? 'too long to be read; it is drawn and computed all the same'],
  ]
  return (
    <Card className="bg-sunken">
      <p className="m-0 mb-2 font-semibold font-serif text-lg">Your function</p>
      <dl className="m-0 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        {rows.map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-muted italic">{name}</dt>
            <dd className="m-0 break-words font-mono">{text}</dd>
          </div>
        ))}
        {(description === null ? WAITING : propertiesOf(description)).map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="m-0">{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const NAMES = ['Least', 'Greatest', 'Far out', 'Rises or falls', 'Steepest', 'Signal', 'Dead where', 'Kinks'] as const
const WAITING = NAMES.map((name): [string, string] => [name, '…'])

/** In words; everything on [−20, 20] unless it says otherwise. */
export function propertiesOf(description: ActivationDescription): [name: string, text: string][] {
  const { minimum, maximum, tails, monotone, lipschitz, gain, secondMoment, deadZones, kinks } = description
  const number = (value: number) => formatNumber(value, 6)
  const extreme = ({ value, at, attained }: typeof minimum) =>
    attained === 'flat'
      ? `${number(value)}, on a whole stretch`
      : `${number(value)} at x = ${number(at)}${attained === 'edge' ? ', the end of what is looked at' : ''}`
  const sure = (evidence: 'bounded' | 'sampled') => (evidence === 'bounded' ? 'proved by intervals' : 'seen in samples')
  const texts: Record<(typeof NAMES)[number], string> = {
    Least: extreme(minimum),
    Greatest: extreme(maximum),
    'Far out': `${tailText(tails.left)} to the left, ${tailText(tails.right)} to the right`,
    'Rises or falls': `${monotoneText(monotone)} (${sure(monotone.evidence)})`,
    Steepest: Number.isFinite(lipschitz.value)
      ? `|f′| at most ${number(lipschitz.value)} (${sure(lipschitz.evidence)})`
      : 'it jumps',
    Signal:
      gain === null || secondMoment === null
        ? 'no gain keeps its size'
        : `E[f(z)²] = ${number(secondMoment.value)} for z from N(0, 1); weights of gain ${number(gain)} keep its size`,
    'Dead where':
      deadZones.length === 0
        ? 'nowhere: the slope is exactly 0 on no stretch'
        : deadZones.map(({ from, to }) => `${number(from)} to ${number(to)}`).join(', '),
    Kinks: kinks.length === 0 ? 'none' : kinks.slice(0, 6).map(kinkText).join('; '),
  }
  return NAMES.map((name) => [name, texts[name]])
}

function kinkText({ x, left, right, jump }: ActivationDescription['kinks'][number]): string {
  const slopes = `slope ${formatNumber(left, 4)} before and ${formatNumber(right, 4)} after`
  return `x = ${formatNumber(x, 6)}: ${jump === 0 ? slopes : `it jumps by ${formatNumber(jump, 4)}`}`
}

function tailText(tail: ActivationDescription['tails']['left']): string {
  switch (tail.kind) {
    case 'constant':
      return `approaches ${formatNumber(tail.value, 6)}`
    case 'line':
      return `follows ${lineText(tail)}`
    case 'unbounded':
      return tail.sign > 0 ? 'grows without bound' : 'falls without bound'
    case 'oscillates':
      return 'swings for ever'
    case 'unknown':
      return 'cannot be told'
  }
}

function lineText({ slope, intercept }: { slope: number; intercept: number }): string {
  const times = slope === 1 ? 'x' : slope === -1 ? '−x' : `${formatNumber(slope, 4)} x`
  if (intercept === 0) return times
  return `${times} ${intercept > 0 ? '+' : '−'} ${formatNumber(Math.abs(intercept), 4)}`
}

function monotoneText({ is, strictly }: ActivationDescription['monotone']): string {
  if (is === 'neither') return 'both rises and falls'
  if (is === 'constant') return 'is constant'
  const word = is === 'increasing' ? 'rises' : 'falls'
  return strictly ? `${word} everywhere` : `never ${is === 'increasing' ? 'falls' : 'rises'}, and is flat on a stretch`
}
