import { FlaskConical } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { ExperimentSpec } from '@/lib/engine'
import { recipeLine } from './recipe-line'

interface ExperimentHeaderProps {
  id?: string
  title: string
  summary?: string | undefined
  /** What would be run. */
  spec: ExperimentSpec
  isChanged?: boolean
}

/** What the experiment is about; the same before the widget is there, so that its first lines stand still. */
export function ExperimentHeader({ id, title, summary, spec, isChanged = false }: ExperimentHeaderProps) {
  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone="accent">
          <FlaskConical aria-hidden="true" className="size-3.5" />
          Experiment
        </Badge>
        {isChanged ? <Badge tone="warn">changed from the recipe</Badge> : null}
      </div>
      <h3 id={id} className="m-0 text-xl">
        {title}
      </h3>
      {summary ? <p className="text-muted">{summary}</p> : null}
      <p className="text-muted text-sm">{recipeLine(spec)}</p>
    </header>
  )
}
