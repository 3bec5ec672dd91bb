/** State → link: `v=1&widget=plotter&f=relu,selu`. What stands after the `#` of an address, so that no server sees it. */
import { escapeText } from './escape-text'
import { LAB_WIDGETS, type LabName, type LabState } from './registry'
import type { LabWidget, SettingsOf } from './widget'

export const LINK_VERSION = '1'
/** A link is at most this long, whatever a widget is set to; a test adds up what its fields may need. */
export const LONGEST_LINK = 2048

/** Settings at their default are left out, so that short links stay short and a new setting changes no old link. */
export function encodeLab({ widget: name, settings }: LabState): string {
  return closed([`v=${LINK_VERSION}`, `widget=${name}`, ...spelt(LAB_WIDGETS[name], settings)].join('&'))
}

/** The settings alone, as an author writes them in a lesson: `f=relu,selu`. */
export function encodeSettings<Name extends LabName>(
  name: Name,
  settings: SettingsOf<(typeof LAB_WIDGETS)[Name]>,
): string {
  return spelt(LAB_WIDGETS[name], settings).join('&')
}

function spelt(widget: LabWidget, settings: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(widget.fields).flatMap(([key, field]) => {
    const written = field.write(field.settle(settings[key]))
    return written === field.write(field.default) ? [] : [`${key}=${escapeText(written)}`]
  })
}

/** Programs that find links in text leave out a bracket or a stop at their end: there it is written by its code. */
function closed(link: string): string {
  return link.replace(/[^\w&=]$/, (last) => `%${last.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
