import { ClassMark } from './class-mark'

interface ClassKeyProps {
  classes: readonly string[]
  /** How many points each has. */
  counts?: readonly number[]
}

/** Names and marks of the classes; as high before there are any. */
export function ClassKey({ classes, counts }: ClassKeyProps) {
  return (
    <ul className="m-0 flex min-h-5 list-none flex-wrap gap-x-5 gap-y-1 p-0 text-sm">
      {classes.map((name, index) => (
        <li key={name} className="m-0 flex items-center gap-2">
          <ClassMark index={index} />
          {name}
          {counts === undefined ? null : <span className="text-muted tabular-nums">{counts[index]}</span>}
        </li>
      ))}
    </ul>
  )
}
