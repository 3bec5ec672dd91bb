/** Text, a number with all its digits (what is none by its name), or nothing where nothing was measured. */
export type CsvCell = string | number | null | undefined

/** Rows as CSV (RFC 4180): every line ends with CRLF; a cell is quoted where it holds what separates cells. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: CsvCell): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
