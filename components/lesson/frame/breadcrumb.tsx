import Link from 'next/link'

/** Where this page stands in the tree; the page itself comes last and is not a link. */
export function Breadcrumb({ trail, here }: { trail: { title: string; href: string }[]; here: string }) {
  return (
    <nav aria-label="Breadcrumb" data-print="hide" className="text-sm">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        {trail.map(({ title, href }) => (
          <li key={href} className="flex items-center gap-2">
            <Link
              href={href}
              className="inline-flex min-h-6 items-center underline-offset-4 hover:text-ink hover:underline"
            >
              {title}
            </Link>
            <span aria-hidden="true">/</span>
          </li>
        ))}
        <li aria-current="page" className="text-ink">
          {here}
        </li>
      </ol>
    </nav>
  )
}
