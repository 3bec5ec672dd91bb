import { Badge } from '@/components/ui/badge'
import { excerptOf } from '@/lib/search/excerpt'
import type { Hit } from '@/lib/search/find'
import { MarkedText } from './marked-text'

/** What one answer says: its title, where it stands, and the words around what was found. */
export function HitText({ hit: { document, words } }: { hit: Hit }) {
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">
          <MarkedText text={document.title} words={words} />
        </span>
        {document.planned ? <Badge>planned</Badge> : null}
        {document.place ? (
          <span className="min-w-0 text-muted text-sm">
            <MarkedText text={document.place} words={words} />
          </span>
        ) : null}
      </span>
      {document.text ? (
        <span className="mt-0.5 line-clamp-2 text-muted text-sm">
          <MarkedText text={excerptOf(document.text, words)} words={words} />
        </span>
      ) : null}
    </>
  )
}
