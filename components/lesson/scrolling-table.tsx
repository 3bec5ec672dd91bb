import type { ComponentProps } from 'react'

/** A Markdown table that scrolls by itself where it is wider than the screen. */
export function ScrollingTable(props: ComponentProps<'table'>) {
  return (
    <div className="overflow-x-auto">
      <table {...props} />
    </div>
  )
}
