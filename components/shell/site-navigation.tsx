'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { SITE_LINKS } from './site-links'

/** The main links, on a phone in a row of their own; a client island only to mark where the reader is. */
export function SiteNavigation() {
  const pathname = usePathname()
  return (
    <nav aria-label="Main" className="max-md:order-last max-md:-mx-2 max-md:w-[calc(100%+1rem)] max-md:py-1">
      <ul className="flex justify-between gap-0.5 md:gap-1">
        {SITE_LINKS.map(({ href, label }) => {
          const here = pathname === href || pathname.startsWith(`${href}/`)
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'inline-flex min-h-11 items-center rounded-control px-1.5 font-medium text-[0.82rem] xs:px-2 xs:text-[0.9rem] md:px-3 md:text-[0.95rem]',
                  // In the dark, what is sunken is darker than the page and would hardly show.
                  here
                    ? 'bg-sunken text-ink dark:bg-line'
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
