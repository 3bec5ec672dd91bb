import { Link } from '@/components/ui/link'

/**
 * Where this page stands in the tree; the page itself comes last and is not a link. On a phone it keeps to one line,
 * where long names are cut short: the page's own stands below as its heading.
 */
export function Breadcrumb({ trail, here }: { trail: { title: string; href: string }[]; here: string }) {
  return (
    <nav aria-label="Breadcrumb" data-print="hide" className="text-sm">
      <ol className="flex items-center gap-x-2 gap-y-1 text-muted sm:flex-wrap">
        {trail.map(({ title, href }) => (
          <li key={href} className="flex min-w-8 items-center gap-2">
            <Link
              href={href}
              className="block min-h-6 truncate leading-6 underline-offset-4 hover:text-ink hover:underline focus-visible:-outline-offset-1"
            >
              {title}
            </Link>
            <span aria-hidden="true">/</span>
          </li>
        ))}
        <li aria-current="page" className="min-w-8 truncate text-ink leading-6">
          {here}
        </li>
      </ol>
    </nav>
  )
}
