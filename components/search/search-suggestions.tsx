'use client'

import { Button } from '@/components/ui/button'

/** Questions that show what can be asked: another name, a formula, a sentence, a topic. */
const TRY = ['SiLU', 'x*sigmoid(x)', 'why does a unit die', 'he init', 'calibration']

interface SearchSuggestionsProps {
  recent: readonly string[]
  onChoose: (search: string) => void
  onForget: () => void
}

export function SearchSuggestions({ recent, onChoose, onForget }: SearchSuggestionsProps) {
  return (
    <div className="flex flex-col gap-5 px-4 py-5">
      {recent.length > 0 ? (
        <section aria-label="Recent searches">
          <div className="flex items-center justify-between gap-4">
            <p className="font-medium text-sm">Recent, in this browser only</p>
            <Button variant="quiet" size="sm" onClick={onForget}>
              Clear
            </Button>
          </div>
          <Chips texts={recent} onChoose={onChoose} />
        </section>
      ) : null}
      <section aria-label="Suggestions">
        <p className="font-medium text-sm">Names, formulas and whole questions all work. For example:</p>
        <Chips texts={TRY} onChoose={onChoose} />
      </section>
    </div>
  )
}

function Chips({ texts, onChoose }: { texts: readonly string[]; onChoose: (text: string) => void }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {texts.map((text) => (
        <li key={text} className="max-w-full">
          <Button variant="secondary" size="sm" className="max-w-full font-normal" onClick={() => onChoose(text)}>
            <bdi className="truncate">{text}</bdi>
          </Button>
        </li>
      ))}
    </ul>
  )
}
