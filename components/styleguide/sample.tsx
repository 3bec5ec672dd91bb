import type { ReactNode } from 'react'

/** A part of the style guide: what it is, when it is used, and the thing itself. */
export function Sample({ name, use, children }: { name: string; use: string; children: ReactNode }) {
  return (
    <section className="border-line border-t py-10">
      <h2 className="text-2xl">{name}</h2>
      <p className="mt-1 mb-5 max-w-[65ch] text-muted">{use}</p>
      {children}
    </section>
  )
}

/** The same in both themes, whatever the page’s own is. */
export function BothThemes({ children }: { children: (theme: 'light' | 'dark') => ReactNode }) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {(['light', 'dark'] as const).map((theme) => (
        <div
          key={theme}
          data-theme={theme}
          className="flex min-w-0 flex-col gap-5 rounded-card border border-line bg-page p-5 text-ink"
        >
          {children(theme)}
        </div>
      ))}
    </div>
  )
}

/** A few of them side by side. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>
}
