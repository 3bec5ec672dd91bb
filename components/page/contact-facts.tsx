import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'

interface ContactFactsProps {
  operator: string | null
  email: string | null
  source: string | null
  links: string[]
}

const linkClass = 'break-words text-accent underline underline-offset-4 hover:text-accent-strong'

/** What the settings of this server say about whoever runs it; what is not set is left out. */
export function ContactFacts({ operator, email, source, links }: ContactFactsProps) {
  const rows: [string, ReactNode][] = []
  if (operator) rows.push(['Run by', operator])
  if (email) rows.push(['E-mail', <Away key="mail" href={`mailto:${email}`} text={email} />])
  if (source) rows.push(['Source and reports', <Away key="source" href={source} text={bare(source)} />])
  if (links.length > 0) {
    rows.push(['Elsewhere', links.map((link) => <Away key={link} href={link} text={bare(link)} />)])
  }
  return (
    <div className="mb-10 flex flex-col gap-5">
      {rows.length > 0 ? (
        <dl className="rounded-card border border-line bg-surface px-5 py-2 sm:px-6">
          {rows.map(([term, content]) => (
            <div
              key={term}
              className="gap-6 border-line border-b py-3 last:border-b-0 sm:grid sm:grid-cols-[11rem_1fr]"
            >
              <dt className="text-muted">{term}</dt>
              <dd className="flex min-w-0 flex-col items-start gap-1 whitespace-pre-line">{content}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {email ? null : (
        <Notice title="No address has been set">
          Whoever runs this server has not given an address for this page. If somebody told you about it, ask them. If
          you run it yourself, on your own machine say, then it is you, and <code>CONTACT_EMAIL</code> in its settings
          puts an address here.
        </Notice>
      )}
    </div>
  )
}

function Away({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} className={linkClass}>
      {text}
    </a>
  )
}

function bare(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '')
}
