'use client'

/**
 * The network as a picture: every input, weight, bias, sum and output with its value and its gradient, as far as they are
 * known. Each is a button; the arrow keys go from one to the next, and one of them is in the order of the Tab key. What
 * the step makes has a thick edge, what it is made from a dashed one. Where things stand is graph-layout.ts.
 */
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { formatNumber } from '@/components/plot/format-number'
import { useWidth } from '@/components/plot/use-width'
import { classNames } from '@/components/ui/class-names'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { type Box, type GraphLayout, layOut, neighbourOf, SIZES } from './graph-layout'
import { type NetworkPlan, nameOf } from './network-plan'
import { functionText } from './step-equation'
import type { Known, StepResult } from './step-result'

interface NetworkGraphProps {
  plan: NetworkPlan
  known: Known
  result: StepResult
  /** What the card below is about. */
  chosen: string
  onChoose: (id: string) => void
  /** Of the mouse; null where it points at none. */
  onPoint: (id: string | null) => void
}

export function NetworkGraph({ plan, known, result, chosen, onChoose, onPoint }: NetworkGraphProps) {
  const [ref, width] = useWidth<HTMLDivElement>(640)
  const layouts = useMemo(() => SIZES.map((sizes) => layOut(plan, sizes)), [plan])
  const layout = layouts.find((one) => one.width <= width) ?? (layouts.at(-1) as GraphLayout)
  const group = useRef<HTMLDivElement>(null)
  const madeId = result.made?.id

  useEffect(() => {
    // A picture wider than the page follows the computation.
    const scroller = group.current?.parentElement
    const box = layout.boxes.find(({ id }) => id === madeId)
    if (!scroller || !box || scroller.scrollWidth <= scroller.clientWidth) return
    scroller.scrollLeft = box.x - scroller.clientWidth / 2
  }, [layout, madeId])

  function press(event: KeyboardEvent<HTMLElement>) {
    const next = neighbourOf(layout.boxes, chosen, event.key)
    if (next === null) return
    event.preventDefault()
    onChoose(next)
    group.current?.querySelector<HTMLElement>(`[data-quantity="${next}"]`)?.focus()
  }

  const arrows = { role: 'group', 'aria-label': 'The network: arrow keys lead from number to number', onKeyDown: press }
  const isUsed = (id: string) => id === madeId || result.from.includes(id)
  return (
    <div ref={ref}>
      <ScrollGroup label="Picture of the network" className="overflow-x-auto rounded-control">
        <div
          ref={group}
          {...arrows}
          className="relative mx-auto"
          style={{ width: layout.width, height: layout.height }}
        >
          <svg
            aria-hidden="true"
            className="absolute inset-0"
            width={layout.width}
            height={layout.height}
            viewBox={`0 ${layout.top} ${layout.width} ${layout.height}`}
            fill="none"
          >
            {layout.wires.map(({ from, to, path }) => (
              <path
                key={`${from} ${to}`}
                d={path}
                stroke={isUsed(from) && isUsed(to) ? 'var(--accent)' : 'var(--line-strong)'}
                strokeWidth={isUsed(from) && isUsed(to) ? 3 : 1}
                opacity={isUsed(from) && isUsed(to) ? 1 : 0.7}
              />
            ))}
          </svg>
          {layout.frames.map(({ unit, x, y, width: w, height: h }) => (
            <div
              key={unit.z}
              aria-hidden="true"
              className="absolute rounded-control border border-line-strong bg-sunken text-center text-muted text-xs leading-[18px]"
              style={{ left: x, top: y - layout.top, width: w, height: h }}
            >
              {functionText(unit)}
            </div>
          ))}
          {layout.boxes.map((box) => (
            <Quantity
              key={box.id}
              box={box}
              top={layout.top}
              plan={plan}
              known={known.get(box.id) ?? {}}
              role={box.id === madeId ? 'made' : result.from.includes(box.id) ? 'used' : 'rest'}
              chosen={box.id === chosen}
              onChoose={onChoose}
              onPoint={onPoint}
            />
          ))}
        </div>
      </ScrollGroup>
      <p className="m-0 mt-2 text-muted text-sm">
        Above, the value; below, after <span className="font-medium text-accent">∂</span>, the gradient: how fast the
        loss changes with it.
      </p>
    </div>
  )
}

interface QuantityProps {
  box: Box
  top: number
  plan: NetworkPlan
  known: Readonly<{ value?: number; gradient?: number; updated?: number }>
  role: 'made' | 'used' | 'rest'
  chosen: boolean
  onChoose: (id: string) => void
  onPoint: (id: string | null) => void
}

const EDGES = {
  made: 'border-2 border-accent bg-accent-soft',
  used: 'border-2 border-accent border-dashed bg-surface',
  rest: 'border border-line-strong bg-surface',
}

function Quantity({ box, top, plan, known, role, chosen, onChoose, onPoint }: QuantityProps) {
  const { id, x, y, width, height } = box
  const name = nameOf(plan, id)
  const { value, gradient, updated } = known
  const shown = updated ?? value
  return (
    <button
      type="button"
      data-quantity={id}
      data-role={role}
      tabIndex={chosen ? 0 : -1}
      aria-pressed={chosen}
      aria-label={spoken(name.words, known)}
      onClick={() => onChoose(id)}
      onFocus={() => onChoose(id)}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onPoint(id)}
      onPointerLeave={() => onPoint(null)}
      className={classNames(
        'absolute flex flex-col items-center justify-center whitespace-nowrap p-0 text-ink leading-[15px] tabular-nums hover:border-accent focus-visible:z-10',
        width > 80 ? 'text-[13px]' : 'text-[11px]',
        id.startsWith('z')
          ? 'rounded-none'
          : id.startsWith('a')
            ? 'rounded-t-none rounded-b-control'
            : 'rounded-control',
        EDGES[role],
        chosen && 'shadow-raised',
      )}
      style={{ left: x - width / 2, top: y - height / 2 - top, width, height }}
    >
      <span className={updated === undefined ? undefined : 'font-semibold text-good'}>
        <span className="text-muted">
          {(width > 60 || shown === undefined) && updated === undefined ? `${name.base} ` : ''}
        </span>
        {shown === undefined ? '·' : `${updated === undefined ? '' : '→ '}${formatNumber(shown, 4)}`}
      </span>
      {height > 30 && gradient !== undefined ? (
        <span className="font-medium text-accent">∂ {formatNumber(gradient, 4)}</span>
      ) : null}
    </button>
  )
}

function spoken(words: string, { value, gradient, updated }: QuantityProps['known']): string {
  const parts = [
    value === undefined ? 'not computed yet' : formatNumber(value, 5),
    gradient === undefined ? '' : `gradient ${formatNumber(gradient, 5)}`,
    updated === undefined ? '' : `after the update ${formatNumber(updated, 5)}`,
  ]
  return `${words}: ${parts.filter(Boolean).join(', ')}`
}
