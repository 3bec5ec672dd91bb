/**
 * /explore as it looks with a given choice: facets beside, what they leave in the
 * middle. In the static document nothing is chosen and everything is listed,
 * which is also what a reader without a script has; the facets are then hidden.
 */
import { SlidersHorizontal } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ExploreItem } from './explore-data'
import { ExploreList } from './explore-list'
import { FacetBox, FacetGroup } from './facet-group'
import {
  type Choice,
  choose,
  countValue,
  FACETS,
  type Facet,
  isChosen,
  listValues,
  NO_CHOICE,
  toggleValue,
} from './facets'

const TITLES: Record<Facet, string> = { kind: 'Kind', level: 'Level', time: 'Time', style: 'Style', topic: 'Topic' }

interface ExploreViewProps {
  items: readonly ExploreItem[]
  choice: Choice
  onChoose: (choice: Choice) => void
}

export function ExploreView({ items, choice, onChoose }: ExploreViewProps) {
  const left = choose(items, choice)
  const facets = <Facets items={items} choice={choice} onChoose={onChoose} />
  return (
    <div className="gap-10 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="hidden scripted:block" data-print="hide">
        <details className="mb-6 rounded-card border border-line bg-surface lg:hidden">
          <summary className="flex min-h-12 items-center gap-2.5 px-4 font-medium">
            <SlidersHorizontal aria-hidden="true" className="size-4 text-accent" />
            Filter
            {isChosen(choice) ? <span className="text-muted text-sm">· {left.length} left</span> : null}
          </summary>
          <div className="px-4 pb-4">{facets}</div>
        </details>
        <div className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto pb-6 pl-0.5 max-lg:hidden">
          {facets}
        </div>
      </div>
      <div className="min-w-0">
        <div className="mb-5 flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p role="status" className="text-muted">
            {left.length === items.length
              ? `All ${items.length}: courses, challenges and lessons`
              : `${left.length} of ${items.length}`}
          </p>
          {isChosen(choice) ? (
            <Button variant="secondary" size="sm" onClick={() => onChoose(NO_CHOICE)}>
              Clear all
            </Button>
          ) : null}
        </div>
        {left.length === 0 ? (
          <Nothing items={items} choice={choice} onChoose={onChoose} />
        ) : (
          <ExploreList items={left} />
        )}
      </div>
    </div>
  )
}

function Facets({ items, choice, onChoose }: ExploreViewProps) {
  const values = listValues(items)
  return (
    <form aria-label="Filter" data-filter className="grid gap-5">
      {FACETS.map((facet) => (
        <FacetGroup
          key={facet}
          name={facet}
          title={TITLES[facet]}
          values={values[facet]}
          chosen={choice[facet]}
          countOf={(value) => countValue(items, choice, facet, value)}
          onToggle={(value) => onChoose(toggleValue(choice, facet, value))}
        />
      ))}
      <div className="border-line border-t pt-3">
        <FacetBox
          name="planned"
          value="hide"
          label="Hide what is planned"
          checked={choice.planned === 'hide'}
          count={null}
          onToggle={() => onChoose({ ...choice, planned: choice.planned === 'hide' ? 'show' : 'hide' })}
        />
      </div>
    </form>
  )
}

/** Says which single choice is in the way, and offers to take it back. */
function Nothing({ items, choice, onChoose }: ExploreViewProps) {
  const values = listValues(items)
  const ways = [
    ...FACETS.filter((facet) => choice[facet].length > 0).map((facet) => ({
      label: `any ${TITLES[facet].toLowerCase()} instead of ${choice[facet].map((value) => values[facet].find((one) => one.value === value)?.label ?? value).join(' or ')}`,
      without: { ...choice, [facet]: [] },
    })),
    ...(choice.planned === 'hide'
      ? [{ label: 'planned ones too', without: { ...choice, planned: 'show' as const } }]
      : []),
  ]
    .map((way) => ({ ...way, gives: choose(items, way.without).length }))
    .filter(({ gives }) => gives > 0)
  return (
    <EmptyState
      title="Nothing is all of that at once"
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {ways.map(({ label, without, gives }) => (
            <Button key={label} variant="secondary" size="sm" onClick={() => onChoose(without)}>
              Show {label} ({gives})
            </Button>
          ))}
          <Button size="sm" onClick={() => onChoose(NO_CHOICE)}>
            Clear all
          </Button>
        </div>
      }
    >
      <p>{ways.length > 0 ? 'One step back leaves something:' : 'Begin again with everything there is.'}</p>
    </EmptyState>
  )
}
