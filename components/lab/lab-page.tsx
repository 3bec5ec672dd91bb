'use client'

import { useCallback } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { FIRST_WIDGET, LAB_NAMES, LAB_WIDGETS, type LabName, type LabState } from '@/lib/lab/registry'
import { LabIsland } from './lab-island'
import { LabStandIn } from './lab-stand-in'
import type { LabSettings } from './use-lab-settings'
import { useLinkState } from './use-link-state'

/** One widget at a time, with its whole state in the page's address. */
export function LabPage() {
  const { link, arrival, keep } = useLinkState()
  const widget: LabName = link?.state.widget ?? FIRST_WIDGET
  const onSettings = useCallback(
    (settings: LabSettings<LabName>) => keep({ widget, settings } as LabState),
    [keep, widget],
  )
  return (
    <div className="flex flex-col gap-6">
      <WidgetList current={link === null ? null : widget} />
      {link !== null && link.problems.length > 0 ? (
        <Notice tone="warn" role="alert" title="Not all of the link could be used">
          <ul className="m-0 list-disc pl-5">
            {link.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {link === null ? (
        <LabStandIn widget={widget} />
      ) : (
        <LabIsland
          key={arrival}
          widget={widget}
          initial={link.state.settings}
          home={LAB_WIDGETS[widget].defaults}
          headingLevel={2}
          onSettings={onSettings}
        >
          <LabStandIn widget={widget} />
        </LabIsland>
      )}
    </div>
  )
}

/** Each an address of this page, so that “back” leads back and a widget can be bookmarked. */
function WidgetList({ current }: { current: LabName | null }) {
  return (
    <nav aria-label="Widgets">
      <ul className="m-0 flex list-none flex-wrap gap-2 p-0">
        {LAB_NAMES.map((name) => (
          <li key={name} className="m-0">
            <a
              href={`#v=1&widget=${name}`}
              aria-current={name === current ? 'true' : undefined}
              className={classNames(
                'inline-flex min-h-11 items-center rounded-control border px-4 font-medium text-[0.95rem]',
                name === current
                  ? 'border-transparent bg-accent text-on-accent'
                  : 'border-line-strong bg-surface text-ink hover:bg-sunken',
              )}
            >
              {LAB_WIDGETS[name].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
