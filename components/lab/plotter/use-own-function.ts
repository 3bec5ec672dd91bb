'use client'

import { useEffect, useRef, useState } from 'react'
import {
  type ActivationDescription,
  type ParsedActivation,
  parseActivation,
  type WrittenActivation,
} from '@/lib/engine'
import type { DescribeAnswer } from './describe.worker'

/** After the last key: reading an expression takes some ten milliseconds, which would be felt at every letter. */
const READ_AFTER_MS = 250

type Problem = Extract<ParsedActivation, { ok: false }>['problem']

export interface OwnFunction {
  activation: WrittenActivation | null
  problem: Problem | null
  /** Null until it is worked out. */
  description: ActivationDescription | null
}

const NONE: OwnFunction = { activation: null, problem: null, description: null }

/** The learner's expression as a function, a moment after it was typed, and a moment later what it is like. */
export function useOwnFunction(source: string): OwnFunction {
  const [own, setOwn] = useState<OwnFunction>(() => read(source))
  const [wanted, setWanted] = useState(source)
  const worker = useRef<Worker | null>(null)

  useEffect(() => {
    const timer = window.setTimeout(() => setWanted(source), READ_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [source])

  useEffect(() => {
    const next = read(wanted)
    setOwn(next)
    if (next.activation === null) return
    const current = worker.current ?? createWorker()
    worker.current = current
    if (current === null) return
    const hear = ({ data }: MessageEvent<DescribeAnswer>) => {
      if (data.source === wanted) setOwn((before) => ({ ...before, description: data.description }))
    }
    current.addEventListener('message', hear)
    current.postMessage(wanted)
    return () => current.removeEventListener('message', hear)
  }, [wanted])

  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
    },
    [],
  )

  return own
}

function read(source: string): OwnFunction {
  if (source.trim() === '') return NONE
  const parsed = parseActivation(source)
  return parsed.ok
    ? { activation: parsed.activation, problem: null, description: null }
    : { activation: null, problem: parsed.problem, description: null }
}

function createWorker(): Worker | null {
  try {
    return new Worker(new URL('./describe.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}
