import { classNames } from '@/components/ui/class-names'
import type { Edge, Form, Sheet } from './map-data'

const FORMS = ['wide', 'narrow'] as const
const SHOWN: Record<Form, string> = { wide: 'max-md:hidden', narrow: 'md:hidden' }

/** The branches, thinner the further out; drawn for both sheets. */
export function MapEdges({ sheet }: { sheet: Sheet }) {
  return FORMS.map((form) => (
    <svg
      key={form}
      aria-hidden="true"
      className={classNames('pointer-events-none absolute inset-0 size-full overflow-visible', SHOWN[form])}
      fill="none"
      strokeLinecap="round"
    >
      {sheet.edges.map((edge) => (
        <path key={edge.id} d={edge.paths[form]} stroke={colourOf(edge, form)} strokeWidth={widthOf(edge)} />
      ))}
    </svg>
  ))
}

/** On the narrow sheet the first branches share their way down, so it is nobody's colour. */
function colourOf({ branch, fromTrunk }: Edge, form: Form): string {
  return branch === 0 || (form === 'narrow' && fromTrunk) ? 'var(--line-strong)' : `var(--branch-${branch})`
}

function widthOf({ depth }: Edge): number {
  return [4, 3, 2.25, 1.5][Math.min(depth, 4) - 1] ?? 1.5
}
