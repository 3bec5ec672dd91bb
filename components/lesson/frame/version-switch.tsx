import type { LessonVersionLink } from '@/components/lesson/lesson-data'

interface Props {
  label: string
  versions: LessonVersionLink[]
  /** Name of the one on this page. */
  here: string
}

/**
 * The tellings of this lesson, one beside the other; nothing where there is one. Plain links: reading-guide.tsx adds
 * the section that is being read, and remembers which was chosen.
 */
export function VersionSwitch({ label, versions, here }: Props) {
  if (versions.length < 2) return null
  return (
    <nav aria-label={label} data-print="hide">
      <ul className="inline-flex max-w-full flex-wrap gap-1 rounded-control border border-line bg-sunken p-1 text-sm">
        {versions.map(({ name, title, href, readingMinutes }) => (
          <li key={name}>
            <a
              href={href}
              data-version={name}
              aria-current={name === here ? 'page' : undefined}
              className="inline-flex min-h-9 items-center gap-2 rounded-[5px] border border-transparent px-3 text-muted hover:text-ink aria-[current]:border-line-strong aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink"
            >
              {title}
              <span className="font-normal text-muted">{`${readingMinutes} min`}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
