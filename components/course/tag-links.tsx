import { Link } from '@/components/ui/link'
import { tagSlug } from '@/lib/course/ids'

/** What something is about; each word leads to everything about it. */
export function TagLinks({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null
  return (
    <ul aria-label="Tags" className="flex flex-wrap gap-2">
      {tags.map((tag) => (
        <li key={tag}>
          <Link
            href={`/explore?topic=${tagSlug(tag)}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center rounded-full border border-line bg-sunken px-2.5 py-0.5 font-medium text-muted text-xs hover:border-line-strong hover:text-ink"
          >
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  )
}
