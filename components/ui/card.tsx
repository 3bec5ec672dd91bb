import type { HTMLAttributes } from 'react'
import { classNames } from './class-names'

/** A raised sheet of paper; the padding is the caller's only where it must differ. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={classNames('rounded-card border border-line bg-surface p-5 sm:p-6', className)} />
}
