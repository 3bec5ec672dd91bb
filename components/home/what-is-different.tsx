import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

interface WhatIsDifferentProps {
  /** A claim of a lesson, and where it can be run. */
  claim: { statement: string; seeds: number; href: string }
}

const linkClass = 'font-medium text-accent underline underline-offset-4 hover:text-accent-strong'

/** What no other course on the subject offers, said so that it can be checked. */
export function WhatIsDifferent({ claim }: WhatIsDifferentProps) {
  return (
    <section aria-labelledby="different" className="border-line border-t pt-14">
      <h2 id="different" className="text-3xl sm:text-4xl">
        What is different here
      </h2>
      <div className="mt-8 grid gap-x-10 gap-y-10 md:grid-cols-3">
        <Difference title="Runs are bit-exact">
          <p>
            The same recipe and seed give the same weights in every browser and in Node, on one thread or eight. Press{' '}
            <em>Again</em> under the picture above: the eight digits do not change, and they are the ones our own
            machine got when it built this page.
          </p>
          <Link href="/blog/why-runs-are-bit-exact" className={linkClass}>
            How that is done
          </Link>
        </Difference>
        <Difference title="The textbook is executed">
          <p>Sentences about training are claims with a recipe behind them. One of them:</p>
          <blockquote className="border-line-strong border-l-3 pl-4 font-serif text-ink text-lg italic">
            {claim.statement}
          </blockquote>
          <p>The tests train it on {claim.seeds} seeds. If it stopped being true, it could not be published.</p>
          <Link href={claim.href} className={linkClass}>
            Run it yourself
          </Link>
        </Difference>
        <Difference title="Nothing stands between">
          <p>
            Networks train in your tab; no account, no queue, no request to anybody else’s server. Your reviews, answers
            and runs are kept as a log in this browser and, if you sign up, in your account: never overwritten.
          </p>
          <Link href="/legal/privacy" className={linkClass}>
            What is kept, exactly
          </Link>
        </Difference>
      </div>
    </section>
  )
}

function Difference({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="text-xl">{title}</h3>
      <div className="mt-3 flex flex-col items-start gap-3 text-muted">{children}</div>
    </section>
  )
}
