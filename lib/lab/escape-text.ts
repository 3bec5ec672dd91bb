/**
 * Text as it stands in a link: what has no meaning in a URL's fragment stays readable, the rest is percent-encoded. Text
 * must be well formed (no half of a character that takes two).
 */
export function escapeText(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll(
    /%(?:2C|3A|2F|2B)/g,
    decodeURIComponent,
  )
}

/** The text behind it, or null where it was damaged. */
export function unescapeText(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped)
  } catch {
    return null
  }
}
