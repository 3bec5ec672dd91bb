'use client'

/**
 * Where a learner chooses a file and its columns: the link carries no more than its name, size and hash, so it is asked for
 * anew in every tab. What is wrong with it, and what was left out of it, is said here. Not here: how it is read.
 */
import { useId, useState } from 'react'
import { formatNumber } from '@/components/plot/format-number'
import { SelectField } from '@/components/ui/select-field'
import { escapeText } from '@/lib/lab/escape-text'
import type { NamedFile } from '@/lib/lab/fields/text'
import { MOST_ROWS } from './read-points'
import type { CsvState } from './use-csv'

interface CsvPanelProps {
  csv: CsvState
  /** What the settings, or the link they came from, say of the file. */
  named: NamedFile | null
  onFile: (named: NamedFile) => void
  onColumns: (changed: { cx?: string; cy?: string; cl?: string }) => void
}

/** As much of a column's name as a link has room for. */
const MOST_NAME = 40

export function CsvPanel({ csv, named, onFile, onColumns }: CsvPanelProps) {
  const id = useId()
  const [other, setOther] = useState<string | null>(null)
  const { read, columns, problem, isReading } = csv
  function choose(file: File | undefined) {
    if (file === undefined) return
    csv.open(file, (opened) => {
      const differs = named !== null && read === null && named.sha256 !== opened.sha256
      setOther(
        differs ? `This is not the file that the link was made with (“${named.name}”): results will differ.` : null,
      )
      onFile(opened)
    })
  }
  const options = columns.map((name) => ({ value: name, label: name }))
  return (
    <div className="flex flex-col gap-2.5 text-sm">
      {named !== null && read === null && problem === null && !isReading ? (
        <p className="m-0 rounded-control bg-warn-soft p-2">
          The link was made with “{named.name}” ({formatNumber(named.bytes, 10)} bytes). The file itself is not in it:
          choose it here.
        </p>
      ) : null}
      <label htmlFor={id} className="font-medium">
        File, with the columns named in its first line
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={(event) => choose(event.target.files?.[0])}
        className="w-full text-sm file:mr-2 file:min-h-9 file:rounded-control file:border file:border-line-strong file:border-solid file:bg-surface file:px-3 file:text-ink"
      />
      {isReading ? <p className="m-0 text-muted">Reading …</p> : null}
      {problem === null ? null : (
        <p role="alert" className="m-0 text-bad">
          {problem}
        </p>
      )}
      {other === null ? null : (
        <p role="status" className="m-0 rounded-control bg-warn-soft p-2">
          {other}
        </p>
      )}
      {read === null || read.points.length === read.rows ? null : (
        <p role="status" className="m-0 rounded-control bg-warn-soft p-2">
          {formatNumber(read.rows, 10)} rows are more than are drawn here: {formatNumber(MOST_ROWS, 6)}, taken evenly
          through the file, are used.
        </p>
      )}
      {columns.length < 3 ? null : (
        <>
          <SelectField
            label="Across, x₁"
            value={read?.axes[0].name ?? ''}
            options={options}
            onChange={(name) => onColumns({ cx: cut(name) })}
          />
          <SelectField
            label="Upwards, x₂"
            value={read?.axes[1].name ?? ''}
            options={options}
            onChange={(name) => onColumns({ cy: cut(name) })}
          />
          <SelectField
            label="Class"
            value={read?.label ?? ''}
            options={options}
            onChange={(name) => onColumns({ cl: cut(name) })}
          />
        </>
      )}
    </div>
  )
}

function cut(name: string): string {
  const characters = [...name]
  while (escapeText(characters.join('')).length > MOST_NAME) characters.pop()
  return characters.join('')
}
