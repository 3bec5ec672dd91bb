'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { NamedFile } from '@/lib/lab/fields/text'
import type { CsvAnswer, CsvQuestion } from './csv.worker'
import type { CsvColumns, CsvPoints } from './read-points'

export interface CsvState {
  /** Null until a file is open. */
  read: CsvPoints | null
  /** The open file's, also where it could not be used. */
  columns: string[]
  problem: string | null
  isReading: boolean
  /** Opens a file; `opened` is told what the link is to say of it. */
  open: (file: File, opened: (named: NamedFile) => void) => void
}

/** A learner's CSV, read beside the page; read again when other columns are chosen. */
export function useCsv({ x, y, label }: CsvColumns): CsvState {
  const [state, setState] = useState<Omit<CsvState, 'open'>>({
    read: null,
    columns: [],
    problem: null,
    isReading: false,
  })
  const worker = useRef<Worker | null>(null)
  const latest = useRef(0)
  const hasFile = useRef(false)

  const ask = useCallback((file: File | null, columns: CsvColumns, done: (sha256: string) => void) => {
    worker.current ??= new Worker(new URL('./csv.worker.ts', import.meta.url), { type: 'module' })
    const id = ++latest.current
    setState((before) => ({ ...before, isReading: true }))
    worker.current.onmessage = ({ data }: MessageEvent<CsvAnswer>) => {
      if (data.id !== latest.current) return
      const { reading } = data
      setState(
        reading.ok
          ? { read: reading.read, columns: reading.read.columns, problem: null, isReading: false }
          : { read: null, columns: reading.columns, problem: reading.problem, isReading: false },
      )
      if (data.sha256 !== null) done(data.sha256)
    }
    const question: CsvQuestion = { id, file, columns }
    worker.current.postMessage(question)
  }, [])

  useEffect(() => {
    if (hasFile.current) ask(null, { x, y, label }, () => undefined)
  }, [ask, x, y, label])
  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
      hasFile.current = false
    },
    [],
  )

  const open = useCallback(
    (file: File, opened: (named: NamedFile) => void) => {
      hasFile.current = true
      ask(file, { x, y, label }, (sha256) => opened({ name: file.name, bytes: file.size, sha256 }))
    },
    [ask, x, y, label],
  )
  return useMemo(() => ({ ...state, open }), [state, open])
}
