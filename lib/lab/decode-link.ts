/**
 * Link → state. A link may be years old, cut short, edited by hand or made to do harm: whatever it is, there comes a state
 * that can be used, and a sentence for each thing that could not be taken as it stands. It never throws.
 */
import { LINK_VERSION, LONGEST_LINK } from './encode-link'
import { unescapeText } from './escape-text'
import { quote } from './fields/field'
import { FIRST_WIDGET, isLabName, LAB_NAMES, LAB_WIDGETS, type LabName, type LabState } from './registry'
import { type LabWidget, refusals } from './widget'

export interface DecodedLink {
  state: LabState
  /** A sentence each. */
  problems: string[]
}

/** More would not be read. */
const MOST_PROBLEMS = 8

/** `hash` with or without its `#`. Null where it is no link of the workbench: empty, or the anchor of a heading. */
export function decodeLab(hash: string): DecodedLink | null {
  const text = hash.replace(/^#/, '')
  if (!/(?:^|&)(?:v|widget)=/.test(text.slice(0, LONGEST_LINK))) return null
  const problems: string[] = []
  const { v, widget = '', ...said } = pairsOf(text, problems)
  if (v !== LINK_VERSION) {
    problems.push(
      v === undefined
        ? `The link does not say which version it is, so it was read as version ${LINK_VERSION}.`
        : `The link is of version ${quote(v)}, and this page reads version ${LINK_VERSION}: some of it may be lost.`,
    )
  }
  const known = isLabName(widget)
  if (!known) problems.push(`There is no widget ${quote(widget)}; there are ${LAB_NAMES.join(', ')}.`)
  const name = known ? widget : FIRST_WIDGET
  return { state: stateOf(name, known ? said : {}, problems), problems: atMost(problems) }
}

/** The settings alone, as an author writes them in a lesson. */
export function decodeSettings(name: LabName, text: string): DecodedLink {
  const problems: string[] = []
  return { state: stateOf(name, pairsOf(text, problems), problems), problems: atMost(problems) }
}

function pairsOf(text: string, problems: string[]): Record<string, string> {
  const said = new Map<string, string>()
  const again = new Set<string>()
  for (const pair of withinLimit(text, problems).split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const key = at < 0 ? pair : pair.slice(0, at)
    const value = at < 0 ? null : unescapeText(pair.slice(at + 1))
    if (value === null) problems.push(`${quote(pair)} is damaged and was left out.`)
    else if (said.has(key)) again.add(key)
    else said.set(key, value)
  }
  for (const key of again) problems.push(`${quote(key)} is there twice; the first was taken.`)
  return Object.fromEntries(said)
}

/** Whole pairs, up to the length that a link may have. */
function withinLimit(text: string, problems: string[]): string {
  if (text.length <= LONGEST_LINK) return text
  problems.push(
    `The link has ${text.length.toLocaleString('en')} characters; after ${LONGEST_LINK.toLocaleString('en')} no more is read.`,
  )
  const kept = text.slice(0, LONGEST_LINK)
  return kept.slice(0, Math.max(0, kept.lastIndexOf('&')))
}

function stateOf(name: LabName, said: Record<string, string>, problems: string[]): LabState {
  const widget: LabWidget = LAB_WIDGETS[name]
  const settings: Record<string, unknown> = { ...widget.defaults }
  for (const [key, text] of Object.entries(said)) {
    const field = Object.hasOwn(widget.fields, key) ? widget.fields[key] : undefined
    if (field === undefined) {
      problems.push(`${quote(key)} is no setting of “${widget.title}” and was left out.`)
      continue
    }
    const reading = field.read(text)
    if ('refused' in reading) problems.push(`${quote(key)}: ${reading.refused}. The default is used.`)
    else {
      settings[key] = reading.value
      if (reading.note !== undefined) problems.push(`${quote(key)}: ${reading.note}.`)
    }
  }
  for (const { key, message } of refusals(widget, settings)) {
    const field = widget.fields[key]
    if (field === undefined) continue
    settings[key] = field.default
    problems.push(`${quote(key)} is back at its default, since ${message}.`)
  }
  return { widget: name, settings } as unknown as LabState
}

function atMost(problems: readonly string[]): string[] {
  if (problems.length <= MOST_PROBLEMS) return [...problems]
  return [...problems.slice(0, MOST_PROBLEMS), `And ${problems.length - MOST_PROBLEMS} more of the kind.`]
}
