import './fonts'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/account/account-menu'
import { OfflineWatch } from '@/components/connection/offline-watch'
import { LearnerProvider } from '@/components/learner/learner-provider'
import { SearchButton } from '@/components/search/search-button'
import { SiteFooter } from '@/components/shell/site-footer'
import { SiteHeader } from '@/components/shell/site-header'
import { ThemeScript } from '@/components/shell/theme-script'
import { searchIndexHref } from '@/lib/course/search/site-index'
import { openGraphImages } from '@/lib/course/social-images'
import { isDevelopmentServer } from '@/lib/env'
import { publicOrigin } from '@/lib/http/own-origin'

const DESCRIPTION =
  'Learn activation functions by training real networks in the page, keep what you learnt with spaced flashcards, and prove it in a challenge on real images.'

export const metadata: Metadata = {
  title: { default: 'Nonlinear: the course where every lesson runs', template: '%s · Nonlinear' },
  description: DESCRIPTION,
  metadataBase: new URL(publicOrigin()),
  openGraph: {
    siteName: 'Nonlinear',
    type: 'website',
    locale: 'en_GB',
    images: openGraphImages(),
  },
  twitter: { card: 'summary_large_image' },
  alternates: { types: { 'application/atom+xml': '/blog/feed.xml' } },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#131418' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme script writes data-theme before React arrives.
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-control focus:bg-accent focus:px-4 focus:py-2 focus:text-on-accent"
        >
          Skip to the content
        </a>
        <LearnerProvider>
          <SiteHeader search={<SearchButton indexHref={searchIndexHref()} />} account={<AccountMenu />} />
          <main id="main" tabIndex={-1} className="flex-1 outline-none">
            {children}
          </main>
          <SiteFooter />
          {/* A development server's styles change under their names. */}
          <OfflineWatch keepsPage={!isDevelopmentServer()} />
        </LearnerProvider>
      </body>
    </html>
  )
}
