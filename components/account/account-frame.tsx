import type { ReactNode } from 'react'

interface AccountFrameProps {
  title: string
  /** What stands beside the form. */
  aside?: ReactNode
  children: ReactNode
}

/** The page of a form about one's account. It fills the screen, so that the site's foot stays where it is while a form changes. */
export function AccountFrame({ title, aside, children }: AccountFrameProps) {
  return (
    <div className="mx-auto grid min-h-[calc(100dvh-4rem)] w-full max-w-md content-start gap-10 px-4 py-10 sm:px-6 sm:py-16 lg:max-w-6xl lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-20">
      <div className="lg:pt-6">
        <h1 className="text-4xl sm:text-5xl">{title}</h1>
        {aside}
      </div>
      <div className="rounded-card border border-line bg-surface p-5 shadow-raised sm:p-8">
        {children}
        <noscript>
          <p className="mt-4 text-muted text-sm">Signing in needs JavaScript. Every lesson can be read without it.</p>
        </noscript>
      </div>
    </div>
  )
}
