import { classColor } from './class-colors'
import { markPath } from './mark-path'

/** A class as its points are drawn, in the middle of a line of text. */
export function ClassMark({ index }: { index: number }) {
  return (
    <svg aria-hidden="true" width={14} height={14} viewBox="-7 -7 14 14">
      <path d={markPath(index, 0, 0, 5)} fill={classColor(index)} />
    </svg>
  )
}
