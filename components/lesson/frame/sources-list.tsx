import type { LessonSource } from '@/components/lesson/lesson-data'
import { sourceAnchor } from '@/components/lesson/vocabulary/anchors'

/** The numbered sources at the foot of a lesson: what the marks in the prose lead to. */
export function SourcesList({ sources }: { sources: LessonSource[] }) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources" className="text-2xl">
        Sources
      </h2>
      <ol className="mt-4 grid gap-3 text-[0.95rem]">
        {sources.map(({ id, authors, year, title, where, url, note }, index) => (
          <li key={id} id={sourceAnchor(id)} className="flex gap-3 rounded-control target:bg-accent-soft">
            <span className="min-w-8 shrink-0 text-right text-muted tabular-nums">[{index + 1}]</span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {authors} ({year}).{' '}
              <a href={url} rel="noreferrer" className="text-accent underline underline-offset-4">
                {title}
              </a>
              {where === undefined ? null : `. ${where}`}.
              {note === undefined ? null : <span className="text-muted"> {note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
