import { BookOpenText, FlaskConical, Layers } from 'lucide-react'
import Link from 'next/link'
import { BendFigure } from '@/components/shell/bend-figure'
import { ButtonLink } from '@/components/ui/button'
import { getCatalog, lessonsOf } from '@/lib/course/catalog'

const FIRST_LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'

const JOBS = [
  {
    icon: BookOpenText,
    title: 'Study a lesson that runs',
    text: 'Read about activation functions and train the networks right where they are discussed. What a lesson claims about a run has been trained and checked.',
    href: FIRST_LESSON,
    link: 'Read about ReLU',
  },
  {
    icon: Layers,
    title: 'Keep what you learnt',
    text: 'Each lesson has a deck. Cards come back just before you would forget them, and every answer can be taken back.',
    href: '/review',
    link: 'Review flashcards',
  },
  {
    icon: FlaskConical,
    title: 'Prove it on real images',
    text: 'Swap ReLU for Swish and GELU in a small network on CIFAR-10, compare curves, time and cost, and decide whether the swap pays.',
    href: '/challenges/cifar-activation-swap',
    link: 'Open the challenge',
  },
] as const

export default function HomePage() {
  const lessons = lessonsOf(getCatalog())
  const open = lessons.filter(({ status }) => status === 'published').length
  return (
    <div className="mx-auto max-w-6xl px-4 sm:px-6">
      <section className="grid items-center gap-10 pt-12 pb-16 sm:pt-20 lg:grid-cols-[1.05fr_1fr] lg:gap-16">
        <div>
          <h1 className="text-4xl sm:text-5xl lg:text-6xl">Learn how neural networks bend.</h1>
          <p className="mt-5 max-w-xl text-lg text-muted sm:text-xl">
            A course on activation functions in which every lesson runs: you train real networks in the page, keep what
            you learnt with flashcards, and prove it on real images.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink href={FIRST_LESSON} size="lg">
              Start the first lesson
            </ButtonLink>
            <ButtonLink href="/courses/deep-learning-fundamentals" size="lg" variant="secondary">
              See the whole course
            </ButtonLink>
          </div>
          <p className="mt-4 text-muted text-sm">
            Free. No account needed to read, run or review. {open} of {lessons.length} lessons{' '}
            {open === 1 ? 'is' : 'are'} open; the others are being written.
          </p>
        </div>
        <BendFigure />
      </section>

      <section aria-labelledby="jobs" className="border-line border-t pt-12">
        <h2 id="jobs" className="text-3xl">
          Three things to do here
        </h2>
        <ul className="mt-8 grid gap-5 md:grid-cols-3">
          {JOBS.map(({ icon: Icon, title, text, href, link }) => (
            <li key={title} className="flex flex-col rounded-card border border-line bg-surface p-6">
              <Icon aria-hidden="true" className="size-7 text-accent" strokeWidth={1.75} />
              <h3 className="mt-4 text-xl">{title}</h3>
              <p className="mt-2 flex-1 text-muted">{text}</p>
              <Link
                href={href}
                className="mt-4 inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4 hover:text-accent-strong"
              >
                {link}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
