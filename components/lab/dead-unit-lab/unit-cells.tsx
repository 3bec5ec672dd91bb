'use client'

/**
 * Every unit as a cell, layer by layer. One of them is looked into: chosen with the pointer, or with the arrow keys, which
 * walk over the cells as they lie on the page. Not here: what a cell looks like (cell-mark.tsx).
 */
import { type KeyboardEvent, memo, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { CellMark } from './cell-mark'
import { type CellLook, LOOK_NAMES, unitName } from './unit-words'

export interface Cell {
  look: CellLook
  /** How many training examples it is awake on. */
  awake: number
  isBack: boolean
}

interface UnitCellsProps {
  /** Units of each hidden layer. */
  layers: readonly number[]
  /** Of all units, layer after layer; empty before the first look. */
  cells: readonly Cell[]
  examples: number
  /** Counted from 1; 0: none. */
  chosen: number
  onChoose: (unit: number) => void
}

/** Drawn between two pictures, not before the next one. */
export const UnitCells = memo(function UnitCells({ layers, cells, examples, chosen, onChoose }: UnitCellsProps) {
  const root = useRef<HTMLFieldSetElement>(null)
  function onKey(event: KeyboardEvent) {
    const buttons = [...(root.current?.querySelectorAll<HTMLButtonElement>('[data-unit]') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const target = at < 0 ? -1 : moved(event.key, at, buttons)
    const button = buttons[target]
    if (button === undefined || target === at) return
    event.preventDefault()
    button.focus()
    onChoose(target + 1)
  }
  const firsts = layers.map((_units, layer) => layers.slice(0, layer).reduce((sum, units) => sum + units, 0))
  return (
    <fieldset ref={root} onKeyDown={onKey} className="m-0 flex min-w-0 flex-col gap-4 border-0 p-0">
      <legend className="sr-only">Units</legend>
      {Array.from(layers.entries(), ([layer, units]) => (
        <div key={`${layer} of ${layers.length}`} className="flex flex-col gap-1.5">
          {layers.length === 1 ? null : <p className="m-0 font-medium text-sm">Layer {layer + 1}</p>}
          <ul className="m-0 grid list-none grid-cols-8 gap-1.5 p-0 @xl:grid-cols-16">
            {Array.from({ length: units }, (_, unit) => {
              const number = (firsts[layer] ?? 0) + unit + 1
              const cell = cells[number - 1]
              return (
                <li key={number} className="m-0">
                  <CellButton
                    number={number}
                    name={unitName(layer, unit, layers.length)}
                    look={cell?.look ?? 'awake'}
                    awake={cell?.awake ?? 0}
                    examples={examples}
                    isBack={cell?.isBack ?? false}
                    isKnown={cell !== undefined}
                    isChosen={number === chosen}
                    isStop={number === (chosen === 0 ? 1 : chosen)}
                    onChoose={onChoose}
                  />
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </fieldset>
  )
})

interface CellButtonProps extends Cell {
  number: number
  name: string
  examples: number
  isKnown: boolean
  isChosen: boolean
  /** The one that Tab leads to. */
  isStop: boolean
  onChoose: (unit: number) => void
}

/** Drawn again only where something about it changed. */
const CellButton = memo(function CellButton(props: CellButtonProps) {
  const { number, name, look, awake, examples, isBack, isKnown, isChosen, onChoose } = props
  const said = isKnown
    ? `${LOOK_NAMES[look]}${awake > 0 ? `, awake on ${awake} of ${examples}` : ''}${isBack ? ', back since the swap' : ''}`
    : 'not known yet'
  return (
    <button
      type="button"
      data-unit={number}
      data-look={isKnown ? look : undefined}
      tabIndex={props.isStop ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={`${name}: ${said}`}
      title={`${name}: ${said}`}
      onClick={() => onChoose(isChosen ? 0 : number)}
      className={classNames(
        'block aspect-square w-full max-w-11 rounded-[6px] p-0.5',
        isChosen ? 'bg-accent-soft outline-2 outline-accent' : 'hover:bg-sunken',
      )}
    >
      {isKnown ? <CellMark look={look} share={awake / examples} isBack={isBack} /> : null}
    </button>
  )
})

/** Where an arrow key leads: up and down to the cell above and below on the page, whatever the width. */
function moved(key: string, at: number, buttons: readonly HTMLElement[]): number {
  const last = buttons.length - 1
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, at + 1)
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'ArrowUp':
    case 'ArrowDown': {
      const boxes = buttons.map((button) => button.getBoundingClientRect())
      const here = boxes[at]
      if (here === undefined) return at
      const direction = key === 'ArrowDown' ? 1 : -1
      const beyond = boxes.flatMap((box, index) => ((box.top - here.top) * direction > 1 ? [index] : []))
      const distance = (index: number) => {
        const box = boxes[index] as DOMRect
        return Math.abs(box.top - here.top) * 1000 + Math.abs(box.left - here.left)
      }
      return beyond.reduce((best, index) => (best < 0 || distance(index) < distance(best) ? index : best), -1)
    }
    default:
      return -1
  }
}
