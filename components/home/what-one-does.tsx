import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LessonCard } from '@/components/lesson/lesson-data'
import { InlineCard } from '@/components/lesson/vocabulary/inline-card'
import { Link } from '@/components/ui/link'
import { BendFigure } from './bend-figure'

interface WhatOneDoesProps {
  lessonHref: string
  challengeHref: string
  /** One card of the lesson's deck, to try here. */
  card: LessonCard
}

/** Study, practise, prove: each with a piece of it to try at once. */
export function WhatOneDoes({ lessonHref, challengeHref, card }: WhatOneDoesProps) {
  return (
    <section aria-labelledby="jobs" className="border-line border-t pt-14">
      <h2 id="jobs" className="text-3xl sm:text-4xl">
        Study, practise, prove
      </h2>
      <div className="mt-4 divide-y divide-line">
        <Job step="Study" title="A lesson that runs" link="Read about ReLU" href={lessonHref} aside={<BendFigure />}>
          Formulas, tables and curves are drawn from the engine that trains. Every few paragraphs there is a network:
          press <em>Run</em>, turn the learning rate, kill its units and bring them back. What the text says about a run
          is trained and checked before it is published.
        </Job>
        <Job
          step="Practise"
          title="Cards that come back in time"
          link="Open the deck"
          href={`${lessonHref}/flashcards`}
          aside={<InlineCard card={card} lead="A card from the deck" />}
        >
          Each lesson has flashcards and a quiz. A card returns when you are about to forget it, by the FSRS scheduler;
          every grade can be taken back. It all works signed out and offline, and comes along when you sign up.
        </Job>
        <Job
          step="Prove"
          title="A decision, with evidence"
          link="Open the challenge"
          href={challengeHref}
          aside={<Evidence />}
        >
          Swap ReLU for Swish and GELU in a small convolutional network on CIFAR-10. Compare curves, cost and accuracy
          over several seeds, with honest error bars, and say whether the swap pays. “No clear difference” is an answer.
        </Job>
      </div>
    </section>
  )
}

interface JobProps {
  step: string
  title: string
  link: string
  href: string
  aside: ReactNode
  children: ReactNode
}

function Job({ step, title, link, href, aside, children }: JobProps) {
  return (
    <section className="grid items-center gap-x-14 gap-y-6 py-10 md:grid-cols-2">
      <div>
        <p className="font-medium text-accent text-sm">{step}</p>
        <h3 className="mt-1 text-2xl">{title}</h3>
        <p className="mt-3 max-w-[58ch] text-muted">{children}</p>
        <Link
          href={href}
          className="mt-3 inline-flex min-h-11 items-center gap-1.5 font-medium text-accent underline underline-offset-4 hover:text-accent-strong"
        >
          {link}
          <ArrowRight aria-hidden="true" className="size-4" />
        </Link>
      </div>
      <div className="min-w-0 [&>details]:my-0">{aside}</div>
    </section>
  )
}

const EVIDENCE = [
  ['The same start', 'equal seeds, data and steps for all three'],
  ['More than one run', 'mean and interval, not the best curve'],
  ['What it costs', 'time and multiply-adds beside accuracy'],
  ['What one may conclude', 'overlapping intervals are said to overlap'],
] as const

function Evidence() {
  return (
    <dl className="rounded-card border border-line bg-surface px-5 py-2">
      {EVIDENCE.map(([term, text]) => (
        <div key={term} className="border-line border-b py-3 last:border-b-0">
          <dt className="font-medium">{term}</dt>
          <dd className="text-muted text-sm">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
