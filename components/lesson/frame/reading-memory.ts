/**
 * What the browser remembers of a reader: the version that was last chosen, and
 * for each lesson the section that was last read. By ids alone, so that a lesson
 * may be edited in between; what is no longer there is forgotten. Kept in this
 * browser and sent nowhere; where its storage is blocked, nothing is remembered.
 */

const VERSION = 'reading-version'
const placeOf = (lessonId: string) => `reading-place:${lessonId}`

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function keepVersion(storage: () => Kept, name: string): void {
  attempt(() => storage().setItem(VERSION, name))
}

/** `anchor` null: the lesson was read to its end. */
export function keepPlace(storage: () => Kept, lessonId: string, anchor: string | null): void {
  attempt(() => {
    if (anchor === null) storage().removeItem(placeOf(lessonId))
    else storage().setItem(placeOf(lessonId), anchor)
  })
}

export interface Reminder {
  text: string
  href: string
}

interface Opened {
  lessonId: string
  /** Name of the version on the page. */
  here: string
  versions: readonly { name: string; title: string; href: string }[]
  sections: readonly { anchor: string; title: string }[]
}

/** Where to go on, for somebody who has opened a lesson; null for whoever has been nowhere and chosen nothing. */
export function findReminder(storage: () => Kept, { lessonId, here, versions, sections }: Opened): Reminder | null {
  const kept = attempt(() => ({ name: storage().getItem(VERSION), place: storage().getItem(placeOf(lessonId)) }))
  const place = sections.find(({ anchor }) => anchor === kept?.place)
  const other = versions.find(({ name }) => name === kept?.name && name !== here)
  const fragment = place === undefined ? '' : `#${place.anchor}`
  if (other !== undefined) {
    const title = other.title.toLowerCase()
    const text = place === undefined ? `Read the ${title} version, as last time` : `Continue in the ${title} version`
    return { text, href: `${other.href}${fragment}` }
  }
  return place === undefined ? null : { text: `Continue at “${place.title}”`, href: fragment }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
