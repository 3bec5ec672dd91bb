import Link from 'next/link'
import type { ReactNode } from 'react'
import { Mark } from './mark'
import { SiteNavigation } from './site-navigation'
import { ThemeButton } from './theme-button'

/** The bar at the top of every page; `search` and `account` are islands: the latter knows who is signed in. */
export function SiteHeader({ search, account }: { search: ReactNode; account: ReactNode }) {
  return (
    <header data-print="hide" className="z-30 border-line border-b bg-page/90 backdrop-blur md:sticky md:top-0">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 px-4 pt-2 sm:px-6 md:h-16 md:flex-nowrap md:gap-x-6 md:pt-0">
        <Link href="/" className="flex min-h-11 items-center gap-2.5 font-semibold font-serif text-lg tracking-tight">
          <Mark className="size-8" />
          Nonlinear
        </Link>
        <SiteNavigation />
        <div className="ml-auto flex items-center gap-1">
          {search}
          <ThemeButton />
          {account}
        </div>
      </div>
    </header>
  )
}
