import type { ReactNode } from 'react'
import type { ClaimBacking } from '@/components/lesson/lesson-data'
import type { ClaimProps } from '@/lib/course/vocabulary'
import { experimentAnchor, sourceAnchor } from './anchors'

interface Props extends ClaimProps {
  children?: ReactNode
  backingOf: (id: string) => ClaimBacking
}

/** A statement and the mark that leads to what backs it: a numbered source, or a run that the tests repeat. */
export function Claim({ id, contested = false, children, backingOf }: Props) {
  const backing = backingOf(id)
  return (
    <span data-claim={id}>
      {children}
      {contested ? (
        <span className="mx-1 rounded-full bg-warn-soft px-2 py-0.5 align-[0.1em] font-medium font-sans text-warn text-xs">
          contested
        </span>
      ) : null}
      <sup className="ml-0.5 whitespace-nowrap font-sans text-[0.72em] leading-none">
        {backing.kind === 'source' ? (
          <a href={`#${sourceAnchor(backing.source.id)}`} className="no-underline hover:underline">
            <span className="sr-only">Source </span>[{backing.number}]
          </a>
        ) : (
          <a
            href={`#${experimentAnchor(backing.experiment.id)}`}
            className="font-semibold no-underline hover:underline"
            title={`Trained and checked: ${backing.experiment.title}`}
          >
            <span className="sr-only">{`Checked by the run “${backing.experiment.title}”`}</span>
            <span aria-hidden="true">✓</span>
          </a>
        )}
      </sup>
    </span>
  )
}
