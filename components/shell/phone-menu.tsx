'use client'

/**
 * The pages of the site on a narrow screen: a native disclosure, so that it opens without JavaScript too.
 * With it, Escape, a press outside, leaving by Tab and going to a page close it.
 */
import { Menu, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { isWithin } from './is-within'
import { GUEST_LINKS, listItemClass, MAIN_LINKS, type SiteLink, STUDY_LINKS } from './site-links'
import { ThemeButton } from './theme-button'

const FURTHER_LINKS: readonly SiteLink[] = [
  STUDY_LINKS.review,
  STUDY_LINKS.dashboard,
  { href: '/lab', label: 'Workbench' },
  { href: '/challenges', label: 'Challenges' },
  { href: '/glossary', label: 'Glossary' },
  { href: '/timeline', label: 'Timeline' },
  { href: '/help', label: 'Help' },
  GUEST_LINKS.signUp,
]

export function PhoneMenu() {
  const pathname = usePathname()
  const root = useRef<HTMLDetailsElement>(null)
  const page = useRef(pathname)

  useEffect(() => {
    // Going to a page closes the menu that led there; one that was opened before this script came stays open.
    if (page.current !== pathname && root.current) root.current.open = false
    page.current = pathname
  }, [pathname])

  useEffect(() => {
    const menu = root.current
    if (!menu) return
    function pressOutside(event: Event) {
      if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
    }
    function pressEscape(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !menu?.open) return
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', pressOutside)
    document.addEventListener('focusin', pressOutside)
    document.addEventListener('keydown', pressEscape)
    return () => {
      document.removeEventListener('pointerdown', pressOutside)
      document.removeEventListener('focusin', pressOutside)
      document.removeEventListener('keydown', pressEscape)
    }
  }, [])

  return (
    <details ref={root} className="group lg:hidden">
      <summary className="inline-flex size-11 list-none items-center justify-center rounded-control hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <Menu aria-hidden="true" className="size-6 group-open:hidden" />
        <X aria-hidden="true" className="hidden size-6 group-open:block" />
        <span className="sr-only">Menu</span>
      </summary>
      <div className="absolute inset-x-0 top-full max-h-[calc(100dvh-3.5rem)] overflow-y-auto border-line border-b bg-page px-4 pt-2 pb-5 shadow-raised sm:px-6">
        <nav aria-label="Menu" className="grid gap-x-6 sm:grid-cols-2">
          <LinkList links={MAIN_LINKS} pathname={pathname} />
          <LinkList links={FURTHER_LINKS} pathname={pathname} />
        </nav>
        <div className="mt-3 border-line border-t pt-2">
          <ThemeButton labelled />
        </div>
      </div>
    </details>
  )
}

function LinkList({ links, pathname }: { links: readonly SiteLink[]; pathname: string }) {
  return (
    <ul>
      {links.map((link) => {
        const { href, label } = link
        const here = isWithin(pathname, href)
        return (
          <li key={href} className={listItemClass(link)}>
            <Link
              href={href}
              prefetch={false}
              aria-current={here ? 'page' : undefined}
              className={classNames(
                'flex min-h-12 items-center border-line border-b font-medium hover:text-accent',
                here && 'text-accent',
              )}
            >
              {label}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
