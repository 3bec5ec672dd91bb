'use client'

import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { isWithin } from './is-within'
import { MAIN_LINKS } from './site-links'

/** The main links where there is room for a row of them; a client island only to mark where the reader is. */
export function SiteNavigation() {
  const pathname = usePathname()
  return (
    <nav aria-label="Main" className="max-lg:hidden">
      <ul className="flex gap-1">
        {MAIN_LINKS.map(({ href, label }) => {
          const here = isWithin(pathname, href)
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'inline-flex min-h-11 items-center whitespace-nowrap rounded-control px-3 font-medium text-[0.95rem]',
                  // In the dark, what is sunken is darker than the page and would hardly show.
                  here
                    ? 'bg-sunken text-ink underline-offset-4 dark:not-forced-colors:bg-line forced-colors:underline'
                    : 'text-muted hover:bg-sunken hover:text-ink dark:hover:bg-surface',
                )}
              >
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
