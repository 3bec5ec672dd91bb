import { createElement, Fragment, type ReactNode } from 'react'
import type { Name } from './network-plan'
import { equationText, type Line, type Part, printNumber } from './step-equation'

/** The lines of an equation as MathML, one below the other; a line that is too wide goes on before a `=` or `+`. */
export function Equation({ lines }: { lines: readonly Line[] }) {
  return (
    <div className="flex flex-col gap-2 text-[1.05rem]">
      {lines.map((line) => (
        <Fragment key={equationText(line)}>
          {element(
            'div',
            { className: 'flex flex-wrap items-center gap-x-1 gap-y-1.5' },
            stretches(line).map((stretch) => element('math', { displaystyle: 'true' }, stretch.map(set))),
          )}
        </Fragment>
      ))}
    </div>
  )
}

const JOINS = new Set(['=', '+', '←'])

/** Where a line may be broken: before an operator that joins two sides. */
function stretches(line: Line): Part[][] {
  const parts: Part[][] = [[]]
  for (const part of line) {
    if (typeof part === 'string' && JOINS.has(part)) parts.push([])
    parts.at(-1)?.push(part)
  }
  return parts.filter((stretch) => stretch.length > 0)
}

/** React draws MathML as it draws HTML, but its types do not know the names. */
function element(tag: string, attributes: Record<string, string>, children: readonly ReactNode[]): ReactNode {
  return createElement(tag, attributes, ...children)
}

function set(part: Part): ReactNode {
  if (typeof part === 'string') {
    // At the beginning of a stretch a `+` would be taken for a sign.
    return /^\d+$/.test(part)
      ? element('mn', {}, [part])
      : element('mo', JOINS.has(part) ? { form: 'infix' } : {}, [part])
  }
  if ('number' in part) return element('mn', {}, [printNumber(part.number)])
  if ('words' in part) return element('mtext', {}, [`${part.words}\u00a0`])
  const marked: Record<string, string> = part.now ? { className: 'rounded bg-accent-soft' } : {}
  if ('name' in part) return element('mrow', marked, [nameElement(part.name)])
  const top = element('mrow', {}, [element('mo', {}, ['∂']), element('mi', {}, ['L'])])
  const below = element('mrow', {}, [element('mo', {}, ['∂']), nameElement(part.partial)])
  return element('mfrac', marked, [top, below])
}

/** `w` with its layer and its place; as `∂L/∂w` where that is meant. */
export function NameInMaths({ name, partial = false }: { name: Name; partial?: boolean }) {
  const before = partial ? ['∂', 'L', '/', '∂'].map((text) => element(text === 'L' ? 'mi' : 'mo', {}, [text])) : []
  return <>{element('math', {}, [...before, nameElement(name)])}</>
}

function nameElement({ base, sub, sup }: Name): ReactNode {
  const letter = element('mi', {}, [base])
  if (sub === undefined) return letter
  const index = element('mn', {}, [sub])
  if (sup === undefined) return element('msub', {}, [letter, index])
  return element('msubsup', {}, [
    letter,
    index,
    element(
      'mrow',
      {},
      [`(${sup})`].map((text) => element('mn', {}, [text])),
    ),
  ])
}
