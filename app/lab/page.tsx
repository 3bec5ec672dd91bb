import type { Metadata } from 'next'
import { LabPage } from '@/components/lab/lab-page'

export const metadata: Metadata = {
  title: 'Workbench',
  description:
    'Plot, train and take apart networks in the page; every experiment is a link that can be sent and saved.',
  alternates: { canonical: '/lab' },
}

export default function WorkbenchPage() {
  return (
    <div className="mx-auto max-w-6xl px-4 pt-10 pb-16 sm:px-6">
      <h1 className="text-4xl sm:text-5xl">Workbench</h1>
      <p className="mt-3 mb-8 max-w-2xl text-lg text-muted">
        The widgets of the lessons, each by itself. Whatever you set is kept in the address of this page: copy the link,
        and whoever opens it stands where you stood.
      </p>
      <LabPage />
    </div>
  )
}
