import type { ExportItem } from './export-menu'
import { fileName } from './file-name'

const TYPES = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  py: 'text/x-python',
  svg: 'image/svg+xml',
} as const

/** A file of text, written when it is asked for; `name` is the parts of its name. */
export function textItem(
  label: string,
  name: readonly (string | number)[],
  kind: keyof typeof TYPES,
  write: () => string | Promise<string>,
): ExportItem {
  return {
    label,
    filename: fileName(name, kind),
    make: async () => new Blob([await write()], { type: TYPES[kind] }),
  }
}
