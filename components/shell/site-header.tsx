import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Mark } from './mark'
import { PhoneMenu } from './phone-menu'
import { SiteNavigation } from './site-navigation'
import { StudyLinks } from './study-links'
import { ThemeButton } from './theme-button'

interface SiteHeaderProps {
  /** Opens the search; stands where the eye looks for it, before everything personal. */
  search?: ReactNode
  /** The island that knows who is signed in. */
  account: ReactNode
}

/** The bar at the top of every page. On a phone the pages stand in a menu, the learner's own things beside it. */
export function SiteHeader({ search, account }: SiteHeaderProps) {
  return (
    <header data-print="hide" className="sticky top-0 z-30 border-line border-b bg-page/95 backdrop-blur">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-x-1 px-3 sm:px-6 lg:h-16 lg:gap-x-2 xl:gap-x-5">
        <Link
          href="/"
          className="flex min-h-11 items-center gap-2.5 font-semibold font-serif text-lg tracking-tight max-sm:px-1"
        >
          <Mark className="size-8 shrink-0" />
          <span className="max-[22rem]:sr-only">Nonlinear</span>
        </Link>
        <SiteNavigation />
        <div className="ml-auto flex items-center gap-0.5 sm:gap-1">
          {search}
          <StudyLinks />
          <div className="max-lg:hidden">
            <ThemeButton />
          </div>
          {account}
          <PhoneMenu />
        </div>
      </div>
    </header>
  )
}
