'use client'

/**
 * What all widgets of the workbench have around them: a heading, the picture and its table, the settings beside it, undo,
 * reset, the link, a place for the menu of exports, and the one live region. It knows no widget; what a widget shows and
 * sets is handed in.
 */
import { FlaskConical, Redo2, RotateCcw, Undo2 } from 'lucide-react'
import { type ReactNode, type RefObject, useId } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { encodeLab } from '@/lib/lab/encode-link'
import { LAB_WIDGETS, type LabName, type LabState } from '@/lib/lab/registry'
import { CopyLink } from './copy-link'
import type { LabControls } from './use-lab-settings'

interface LabFrameProps<Name extends LabName> {
  lab: LabControls<Name>
  headingLevel: 2 | 3
  caption?: string | undefined
  /** The settings: sliders, fields, choices, one below the other. */
  controls: ReactNode
  /** The picture, with its table. */
  children: ReactNode
  /** Below the picture, over the whole width. */
  below?: ReactNode
  exportMenu?: ReactNode
  announcement: string
  announce: (text: string) => void
  /** Of `useOnScreen`, where the widget has something to pause. */
  frameRef?: RefObject<HTMLElement | null>
}

export function LabFrame<Name extends LabName>(props: LabFrameProps<Name>) {
  const { lab, headingLevel, caption, announcement, announce } = props
  const id = useId()
  const { title, summary } = LAB_WIDGETS[lab.name]
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <section
      ref={props.frameRef}
      aria-labelledby={`${id}-title`}
      data-lab={lab.name}
      className="@container rounded-card border border-line bg-surface font-sans text-base leading-normal shadow-raised"
    >
      <div className="flex flex-col gap-5 p-4 @2xl:p-6">
        <header className="flex flex-col gap-2">
          {headingLevel === 2 ? null : (
            <div>
              <Badge tone="accent">
                <FlaskConical aria-hidden="true" className="size-3.5" />
                Workbench
              </Badge>
            </div>
          )}
          <Heading id={`${id}-title`} className="m-0 text-xl">
            {title}
          </Heading>
          <p className="m-0 text-muted">{caption ?? summary}</p>
          <Toolbar lab={lab} announce={announce} exportMenu={props.exportMenu} />
        </header>
        {lab.refused === null ? null : (
          <Notice tone="warn" role="alert" title="That setting was not taken">
            {lab.refused}
          </Notice>
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 @4xl:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="flex min-w-0 flex-col gap-5">{props.children}</div>
          {/* After the picture, also for the keyboard: on a phone the settings must not push it off the screen. */}
          <fieldset className="m-0 flex min-w-0 flex-col gap-5 border-0 p-0 @4xl:border-line @4xl:border-l @4xl:pl-6">
            <legend className="sr-only">Settings</legend>
            {props.controls}
          </fieldset>
        </div>
        {props.below}
      </div>
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </section>
  )
}

interface ToolbarProps<Name extends LabName> {
  lab: LabControls<Name>
  announce: (text: string) => void
  exportMenu?: ReactNode
}

function Toolbar<Name extends LabName>({ lab, announce, exportMenu }: ToolbarProps<Name>) {
  const state = { widget: lab.name, settings: lab.settings } as unknown as LabState
  const press = (action: (() => void) | null, said: string) =>
    action === null
      ? undefined
      : () => {
          action()
          announce(said)
        }
  return (
    <div className="mt-1 flex flex-wrap items-start gap-2 [&_svg]:size-4">
      <Tool label="Undo" icon={<Undo2 />} onPress={press(lab.undo, 'One change undone.')} />
      <Tool label="Redo" icon={<Redo2 />} onPress={press(lab.redo, 'One change done again.')} />
      <Tool label="Reset" icon={<RotateCcw />} onPress={press(lab.reset, 'All settings as at the beginning.')} />
      <CopyLink hash={encodeLab(state)} announce={announce} />
      {exportMenu ? <div className="min-w-0 flex-1 basis-60">{exportMenu}</div> : null}
    </div>
  )
}

/** `aria-disabled` instead of `disabled`: the button just pressed must not throw the focus away. */
function Tool({ label, icon, onPress }: { label: string; icon: ReactNode; onPress: (() => void) | undefined }) {
  return (
    <Button variant="secondary" size="sm" aria-disabled={onPress === undefined || undefined} onClick={onPress}>
      <span aria-hidden="true" className="contents">
        {icon}
      </span>
      {label}
    </Button>
  )
}
