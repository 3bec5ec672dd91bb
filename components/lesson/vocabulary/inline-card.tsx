import type { LessonCard } from '@/components/lesson/lesson-data'
import { TrustedHtml } from '@/components/lesson/trusted-html'

/** One card of the deck as a prompt between two paragraphs: think, then open. Works without JavaScript. */
export function InlineCard({ card, lead = 'Before you read on' }: { card: LessonCard; lead?: string }) {
  return (
    <details className="group my-8 rounded-card border border-line-strong border-dashed bg-surface" data-card={card.id}>
      <summary className="flex list-none flex-col gap-2 rounded-card p-5 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="font-medium font-sans text-accent text-sm">{lead}</span>
        <TrustedHtml as="div" html={card.frontHtml} />
        <span className="font-sans text-muted text-sm group-open:hidden">Think of an answer, then open this.</span>
      </summary>
      <div className="border-line border-t p-5">
        <TrustedHtml html={card.backHtml} className="[&>*+*]:mt-3" />
      </div>
    </details>
  )
}
