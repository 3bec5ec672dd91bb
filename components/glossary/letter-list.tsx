/** The way to each letter that has terms. */
export function LetterList({ letters }: { letters: readonly string[] }) {
  return (
    <nav aria-label="Letters" data-print="hide" className="mt-8 border-line border-y py-2">
      <ul className="flex flex-wrap">
        {letters.map((letter) => (
          <li key={letter}>
            <a
              href={`#letter-${letter.toLowerCase()}`}
              className="inline-flex size-10 items-center justify-center rounded-control font-medium text-muted hover:bg-sunken hover:text-ink"
            >
              {letter}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
