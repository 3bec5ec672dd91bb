import { markFound } from '@/lib/search/excerpt'

/** Text with what was found in it marked; in its own direction, whatever stands around it. */
export function MarkedText({ text, words }: { text: string; words: ReadonlySet<string> }) {
  let at = 0
  return (
    <bdi>
      {markFound(text, words).map((piece) => {
        const key = at
        at += piece.text.length
        return piece.found ? (
          <mark key={key} className="rounded-[3px] bg-accent-soft text-accent">
            {piece.text}
          </mark>
        ) : (
          piece.text
        )
      })}
    </bdi>
  )
}
