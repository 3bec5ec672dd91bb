import { Search } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { LONGEST_QUERY } from '@/lib/search/query'

/** A plain form that leads to /search: for pages without script, and where the way to the search must not be missed. */
export function SearchForm({ query = '' }: { query?: string }) {
  return (
    <search>
      <form action="/search" method="get" className="flex w-full max-w-xl gap-2">
        <input
          type="search"
          name="q"
          dir="auto"
          maxLength={LONGEST_QUERY}
          defaultValue={query}
          aria-label="Search the site"
          placeholder="SiLU, dead unit, he init …"
          className="min-h-11 min-w-0 flex-1 rounded-control border border-line-strong bg-surface px-3 text-base placeholder:text-faint"
        />
        <button type="submit" className={buttonClass('primary')}>
          <Search aria-hidden="true" className="size-4" /> Search
        </button>
      </form>
    </search>
  )
}
