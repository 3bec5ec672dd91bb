'use client'

import type { ReactNode } from 'react'

/** Settings that belong together, behind a heading that opens and closes. */
export function SettingGroup({
  title,
  open = false,
  children,
}: {
  title: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="-mt-3 border-line border-b pb-2.5 first-of-type:mt-0">
      <summary className="min-h-9 py-1.5 font-semibold text-sm">{title}</summary>
      <div className="flex flex-col gap-2.5 pt-1">{children}</div>
    </details>
  )
}

interface FlagSettingProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** A setting that is yes or no. */
export function FlagSetting({ checked, onChange, children }: FlagSettingProps) {
  return (
    <label className="inline-flex min-h-9 cursor-pointer items-center gap-2.5 text-sm">
      <input type="checkbox" className="choice shrink-0" checked={checked} onChange={() => onChange(!checked)} />
      {children}
    </label>
  )
}
