import { HeroFigure } from '@/components/home/hero-figure'
import { WhatIsDifferent } from '@/components/home/what-is-different'
import { WhatOneDoes } from '@/components/home/what-one-does'
import { WhereItStands } from '@/components/home/where-it-stands'
import { ButtonLink } from '@/components/ui/button'
import { getCatalog, lessonsOf } from '@/lib/course/catalog'
import { loadDeck } from '@/lib/course/deck'
import { loadExperiments } from '@/lib/course/experiments'

const CHALLENGE = '/challenges/cifar-activation-swap'
/** The lesson that this page shows pieces of; a newcomer begins with the first one. */
const SHOWN = 'relu'

export default async function HomePage() {
  const lessons = lessonsOf(getCatalog()).filter((lesson) => lesson.href === lesson.canonicalHref)
  const written = lessons.filter(({ status }) => status === 'published')
  const [first] = written
  if (first === undefined) throw new Error('The start page needs a lesson that is written: content/ has none.')
  const shown = written.find(({ id }) => id === SHOWN)
  if (shown === undefined)
    throw new Error(`The start page shows pieces of the lesson "${SHOWN}", which is not written.`)
  const card = (await loadDeck(SHOWN)).find(({ id }) => id === `${SHOWN}.crease`)
  if (card === undefined) throw new Error(`The start page shows the card ${SHOWN}.crease, which is not there any more.`)
  return (
    <div className="mx-auto max-w-6xl px-4 sm:px-6">
      <section className="grid items-center gap-x-14 gap-y-10 pt-10 pb-16 lg:grid-cols-[1.08fr_1fr] lg:pt-14">
        <div>
          <h1 className="text-4xl sm:text-5xl lg:text-6xl">Learn how neural networks bend.</h1>
          <p className="mt-5 max-w-xl text-lg text-muted sm:text-xl">
            A course on activation functions in which every lesson runs: you train real networks in the page, keep what
            you learnt with flashcards, and prove it on real images.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink href={first.href} size="lg">
              Start the first lesson
            </ButtonLink>
            <ButtonLink href="/ways-to-learn" size="lg" variant="secondary">
              Ways to learn
            </ButtonLink>
          </div>
          <p className="mt-5 max-w-xl text-muted text-sm">
            Free and open source. No account needed to read, run or review. {written.length} of {lessons.length} lessons{' '}
            {written.length === 1 ? 'is' : 'are'} written; the others are planned.
          </p>
        </div>
        <HeroFigure />
      </section>
      <WhatOneDoes lessonHref={shown.href} challengeHref={CHALLENGE} card={card} />
      <WhatIsDifferent claim={findClaim(shown.id, shown.href)} />
      <WhereItStands written={written.length} planned={lessons.length - written.length} lessonHref={first.href} />
    </div>
  )
}

/** What the lesson says about its most striking run. */
function findClaim(lessonId: string, lessonHref: string) {
  const experiment = loadExperiments(lessonId).find(({ id }) => id === `${lessonId}.dying`)
  const claim = experiment?.claims.find(({ id }) => id === 'dies')
  if (experiment === undefined || claim?.statement === undefined) {
    throw new Error(`The start page quotes the claim "dies" of ${lessonId}.dying, which is not there any more.`)
  }
  return { statement: claim.statement, seeds: experiment.spec.seeds.length, href: `${lessonHref}#experiment-dying` }
}
