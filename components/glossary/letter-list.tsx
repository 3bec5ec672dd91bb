/** The way to each letter that has terms. */
export function LetterList({ letters }: { letters: readonly string[] }) {
  return (
    <nav aria-label="Letters" data-print="hide" className="mt-8 border-line border-y py-2">
      <ul className="flex flex-wrap lg:flex-nowrap">
        {letters.map((letter) => (
          <li key={letter} className="lg:flex-1">
            <a
              href={`#letter-${letter.toLowerCase()}`}
              className="inline-flex size-10 items-center lg:w-full justify-center rounded-control font-medium text-muted hover:bg-sunken hover:text-ink"
            >
              {letter}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
