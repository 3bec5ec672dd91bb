import { classNames } from './class-names'

/** Holds the place of content on its way, at the content's own size, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames('animate-pulse rounded-control bg-sunken', className)} />
}
