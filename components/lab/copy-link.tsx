'use client'

import { Check, Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'

interface CopyLinkProps {
  /** What stands after the `#`. */
  hash: string
  announce: (text: string) => void
}

/** Copies the address of the widget as it stands. Where the browser refuses, the address is there to be copied by hand. */
export function CopyLink({ hash, announce }: CopyLinkProps) {
  const [copied, setCopied] = useState<string | null>(null)
  const [byHand, setByHand] = useState<string | null>(null)
  async function copy() {
    const address = new URL(`/lab#${hash}`, window.location.href).href
    try {
      await navigator.clipboard.writeText(address)
      setByHand(null)
      setCopied(hash)
      announce('The link is copied.')
    } catch {
      setByHand(address)
      announce('The browser did not let the link be copied; it stands in a field below.')
    }
  }
  const isCopied = copied === hash
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden="true" className="size-4" /> : <Link2 aria-hidden="true" className="size-4" />}
        {isCopied ? 'Link copied' : 'Copy link'}
      </Button>
      {byHand === null ? null : (
        <TextField
          label="The link, to be copied by hand"
          value={byHand}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          className="w-full"
        />
      )}
    </>
  )
}
