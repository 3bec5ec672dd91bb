import { Skeleton } from '@/components/ui/skeleton'
import { LAB_WIDGETS, type LabName } from '@/lib/lab/registry'

/** What a widget will be, until its script is there; without JavaScript it says why nothing comes. */
export function LabStandIn({ widget, caption }: { widget: LabName; caption?: string | undefined }) {
  const { title, summary } = LAB_WIDGETS[widget]
  return (
    <div className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4 font-sans text-base shadow-raised sm:p-6">
      <p className="m-0 font-semibold font-serif text-xl">{title}</p>
      <p className="m-0 text-muted">{caption ?? summary}</p>
      <p className="noscript:block m-0 hidden rounded-control bg-sunken p-3 text-sm">
        This part of the page computes in your browser, and needs JavaScript for it.
      </p>
      <Skeleton className="noscript:hidden h-[32rem]" />
    </div>
  )
}
