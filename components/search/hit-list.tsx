import { Link } from '@/components/ui/link'
import type { SearchAnswer } from '@/lib/search/groups'
import { HitText } from './hit-text'

/** The answers as a plain list of links, for the page that needs no script. */
export function HitList({ answer: { groups } }: { answer: SearchAnswer }) {
  return groups.map(({ kind, title, hits }) => (
    <section key={kind} className="mt-8">
      <h2 className="text-xl">{title}</h2>
      <ul className="mt-3 divide-y divide-line rounded-card border border-line bg-surface">
        {hits.map((hit) => (
          <li key={`${hit.document.href} ${hit.document.title}`}>
            <Link href={hit.document.href} className="block px-4 py-3 hover:bg-sunken">
              <HitText hit={hit} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ))
}
