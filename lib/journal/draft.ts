/** What a caller says about an event; the journal adds who, where and when. */
import type { LearnerEvent } from '@/lib/events/event'

type Said = 'kind' | 'itemId' | 'itemVersion' | 'payload' | 'elapsedMs'
type DraftOf<E> = E extends LearnerEvent ? Pick<E, Said> & { id?: string } : never
export type EventDraft = DraftOf<LearnerEvent>

const LONGEST_MS = 86_400_000

export function completeDraft(
  draft: EventDraft,
  added: { newId: () => string; now: number; timeZone: string; deviceId: string },
): LearnerEvent {
  const elapsedMs = Math.min(LONGEST_MS, Math.max(0, Math.round(draft.elapsedMs)))
  return {
    ...draft,
    id: draft.id ?? added.newId(),
    elapsedMs: Number.isFinite(elapsedMs) ? elapsedMs : 0,
    occurredAt: new Date(added.now).toISOString(),
    timeZone: added.timeZone,
    deviceId: added.deviceId,
  } as LearnerEvent
}
