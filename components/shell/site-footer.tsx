import Link from 'next/link'
import { Mark } from './mark'
import { SITE_LINKS } from './site-links'

export function SiteFooter() {
  return (
    <footer data-print="hide" className="mt-24 border-line border-t bg-sunken">
      <div className="mx-auto flex max-w-6xl flex-col gap-8 px-4 py-10 sm:px-6 md:flex-row md:items-start md:justify-between">
        <div className="flex max-w-sm gap-3">
          <Mark className="size-8 shrink-0" />
          <p className="text-muted text-sm">
            Nonlinear is open source: the code under MIT, the lessons under CC BY 4.0. No page asks another server for
            anything.
          </p>
        </div>
        <nav aria-label="Footer">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {SITE_LINKS.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="inline-flex min-h-11 items-center text-muted text-sm underline-offset-4 hover:text-ink hover:underline"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
