/** A number of a run and what it is, one of a list (`dl`). */
export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="m-0">{value}</dd>
    </div>
  )
}
