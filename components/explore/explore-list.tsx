import { Clock } from 'lucide-react'
import { describeTime } from '@/components/course/outline'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { ExploreItem } from './explore-data'

const GROUPS = [
  { kind: 'course', title: 'Courses' },
  { kind: 'challenge', title: 'Challenges' },
  { kind: 'lesson', title: 'Lessons' },
] as const

/** What is left by a choice, by kind. */
export function ExploreList({ items }: { items: readonly ExploreItem[] }) {
  return GROUPS.map(({ kind, title }) => {
    const group = items.filter((item) => item.kind === kind)
    if (group.length === 0) return null
    return (
      <section key={kind} aria-labelledby={`${kind}s`} className="mb-10">
        <h2 id={`${kind}s`} className="mb-3 flex items-baseline gap-2 text-2xl">
          {title} <span className="font-normal font-sans text-base text-muted tabular-nums">{group.length}</span>
        </h2>
        <ul className={classNames('grid gap-3', kind === 'lesson' ? 'xl:grid-cols-2' : 'sm:grid-cols-2')}>
          {group.map((item) => (
            <ExploreCard key={item.id} item={item} />
          ))}
        </ul>
      </section>
    )
  })
}

function ExploreCard({ item }: { item: ExploreItem }) {
  const { title, summary, href, place, level, minutes, status, kind } = item
  const planned = status === 'planned'
  return (
    <li
      className={classNames(
        'relative flex flex-col rounded-card border p-4 hover:border-line-strong sm:p-5',
        planned ? 'border-line border-dashed' : 'border-line bg-surface shadow-raised',
      )}
    >
      <p className="text-muted text-sm">{place}</p>
      <h3 className={classNames('mt-1', kind === 'lesson' ? 'text-lg' : 'text-xl')}>
        <Link href={href} prefetch={false} className="underline-offset-4 after:absolute after:inset-0 hover:underline">
          {title}
        </Link>
      </h3>
      <p className="mt-1.5 mb-3 text-[0.95rem] text-muted">{summary}</p>
      <p className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1.5 text-muted text-sm">
        {planned ? <Badge>planned</Badge> : <Badge tone="accent">open</Badge>}
        <span className="first-letter:uppercase">{level}</span>
        <span className="flex items-center gap-1.5">
          <Clock aria-hidden="true" className="size-3.5" />
          {describeTime(minutes)}
        </span>
      </p>
    </li>
  )
}
