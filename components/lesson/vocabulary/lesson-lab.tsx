import type { MDXComponents } from 'mdx/types'
import { LabIsland } from '@/components/lab/lab-island'
import { LabStandIn } from '@/components/lab/lab-stand-in'
import type { LabTagProps } from '@/lib/course/vocabulary'
import { decodeSettings } from '@/lib/lab/decode-link'
import { LAB_NAMES, type LabName, tagOf } from '@/lib/lab/registry'

/** A widget of the workbench in a lesson, set as its author wrote. */
function LessonLab({ widget, settings = '', caption, goal }: LabTagProps & { widget: LabName }) {
  const { state, problems } = decodeSettings(widget, settings)
  if (problems.length > 0) throw new Error(`<${tagOf(widget)} settings="${settings}">: ${problems[0]}`)
  const given = { initial: state.settings, home: state.settings, headingLevel: 3 as const }
  return (
    <div className="my-10">
      <LabIsland
        widget={state.widget}
        {...given}
        {...(caption === undefined ? {} : { caption })}
        {...(goal === undefined ? {} : { goal })}
      >
        <LabStandIn widget={widget} caption={caption} />
      </LabIsland>
    </div>
  )
}

/** `<Plotter>` and the others: every widget there is, by its tag. */
export const LAB_VOCABULARY: MDXComponents = Object.fromEntries(
  LAB_NAMES.map((name) => [tagOf(name), (props: LabTagProps) => <LessonLab widget={name} {...props} />]),
)
