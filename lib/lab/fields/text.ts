import * as z from 'zod/mini'
import { escapeText } from '../escape-text'
import { type Field, quote } from './field'

export interface TextField extends Field<string> {
  kind: 'text'
}

/** What a learner typed, as typed; empty unless a link says otherwise. `most` counts characters as a link spells them. */
export function text({ most }: { most: number }): TextField {
  const fits = (value: string) => escapeText(value).length <= most
  return {
    kind: 'text',
    default: '',
    schema: z.string().check(z.refine(fits, { error: `is too long for a link: shorten it` })),
    longest: most,
    settle: wellFormed,
    write: (value) => value,
    read: (value) =>
      fits(value) ? { value: wellFormed(value) } : { refused: `${quote(value)} is longer than a link can be` },
  }
}

/** Half a character that takes two cannot be written in a link. */
function wellFormed(value: string): string {
  return value.replaceAll(/\p{Surrogate}/gu, '\ufffd')
}

/** A file that the learner chose: the link names it, and whoever opens the link is asked for it. */
export interface NamedFile {
  name: string
  bytes: number
  /** In lower-case hex. */
  sha256: string
}

export interface FileField extends Field<NamedFile | null> {
  kind: 'file'
}

const SHA256 = /^[0-9a-f]{64}$/
const LONGEST_NAME = 120
const LARGEST_FILE = 2 ** 40

/** Written `4096:9f86…:iris.csv`; none unless a link says otherwise. */
export function file(): FileField {
  return {
    kind: 'file',
    default: null,
    schema: z.nullable(
      z.strictObject({
        name: z.string().check(z.refine((name) => escapeText(name).length <= LONGEST_NAME)),
        bytes: z.int().check(z.gte(0), z.lte(LARGEST_FILE)),
        sha256: z.string().check(z.regex(SHA256)),
      }),
    ),
    longest: LONGEST_NAME + 64 + 15,
    settle: (value) => (value === null ? null : { ...value, name: shortened(wellFormed(value.name)) }),
    write: (value) => (value === null ? '' : `${value.bytes}:${value.sha256}:${value.name}`),
    read(from) {
      if (from === '') return { value: null }
      const [bytes = '', sha256 = '', ...name] = from.split(':')
      const known = /^\d{1,13}$/.test(bytes) && Number(bytes) <= LARGEST_FILE && SHA256.test(sha256)
      if (!known) return { refused: `${quote(from)} is not a file’s size, SHA-256 and name` }
      return { value: { name: shortened(wellFormed(name.join(':'))), bytes: Number(bytes), sha256 } }
    },
  }
}

/** The end goes, character by character; the file is known by its SHA-256. */
function shortened(name: string): string {
  const characters = [...name]
  while (escapeText(characters.join('')).length > LONGEST_NAME) characters.pop()
  return characters.join('')
}
