/**
 * Identity of content. Pure, and safe to import anywhere: nothing here reads the
 * content tree. An id never depends on a folder number; folders only order.
 *
 * A lesson's id stands alone (`relu`); whatever belongs to it is written
 * `<lesson>.<local>` (`relu.kink`), so that one id names one thing on the site.
 */

/** What every content id matches; the event log checks the same pattern. */
export const CONTENT_ID = /^[a-z0-9]+(?:[-./][a-z0-9]+)*$/

/** Id of a course, chapter or lesson, or the part of an id after the dot: lower-case words joined by hyphens. */
export const LOCAL_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** `('relu', 'kink')` → `relu.kink`. */
export function itemId(lessonId: string, localId: string): string {
  return `${lessonId}.${localId}`
}

/** The lesson a card, question or experiment belongs to: `relu.kink` → `relu`; a lesson's own id is itself. */
export function lessonIdOf(id: string): string {
  const dot = id.indexOf('.')
  return dot === -1 ? id : id.slice(0, dot)
}

/** The part after the lesson: `relu.kink` → `kink`; null for a lesson's own id. */
export function localIdOf(id: string): string | null {
  const dot = id.indexOf('.')
  return dot === -1 ? null : id.slice(dot + 1)
}

/** A tag as it stands in an address: `activation functions` → `activation-functions`, `ReLU` → `relu`. */
export function tagSlug(tag: string): string {
  return tag
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** `03-relu-and-dead-units` → `{ order: 3, slug: 'relu-and-dead-units' }`; null where the name has no number. */
export function parseNumberedFolder(name: string): { order: number; slug: string } | null {
  const match = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name)
  if (match?.[1] === undefined || match[2] === undefined) return null
  return { order: Number(match[1]), slug: match[2] }
}
