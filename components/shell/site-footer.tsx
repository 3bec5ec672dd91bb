import { Link } from '@/components/ui/link'
import { Mark } from './mark'
import { FOOTER_GROUPS, listItemClass } from './site-links'
import { ThemeButton } from './theme-button'

export function SiteFooter() {
  return (
    <footer data-print="hide" className="mt-24 border-line border-t bg-sunken">
      <div className="mx-auto max-w-6xl px-4 py-12 sm:px-6">
        <nav aria-label="Footer" className="grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-3 lg:grid-cols-5">
          {FOOTER_GROUPS.map(({ title, links }) => (
            <div key={title}>
              <h2 className="font-sans font-semibold text-sm tracking-normal">{title}</h2>
              <ul className="mt-1">
                {links.map((link) => (
                  <li key={link.href} className={listItemClass(link)}>
                    <Link
                      href={link.href}
                      prefetch={false}
                      className="inline-flex min-h-9 items-center text-muted text-sm underline-offset-4 hover:text-ink hover:underline"
                    >
                      {link.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="mt-10 flex flex-wrap items-center gap-x-3 gap-y-4 border-line border-t pt-8">
          <Mark className="size-8 shrink-0" />
          <p className="min-w-0 max-w-2xl flex-1 text-muted text-sm">
            Nonlinear is open source: the code under MIT, the lessons under CC BY 4.0. No page asks another server for
            anything.
          </p>
          <div className="max-sm:w-full sm:ml-auto">
            <ThemeButton labelled />
          </div>
        </div>
      </div>
    </footer>
  )
}
