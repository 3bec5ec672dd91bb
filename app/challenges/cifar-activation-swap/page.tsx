import type { Metadata } from 'next'
import { ChallengeBrief } from '@/components/challenge/challenge-brief'
import { ChallengeWorkbench } from '@/components/challenge/challenge-workbench'
import { Breadcrumb } from '@/components/lesson/frame/breadcrumb'

export const metadata: Metadata = {
  title: 'Swap the activation',
  description:
    'ReLU, Swish and GELU in a small CNN on CIFAR-10, trained in your browser: curves, accuracy, time and cost.',
}

export default function CifarActivationSwapPage() {
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-12 px-4 pt-8 pb-16 sm:px-6">
      <header>
        <Breadcrumb trail={[{ title: 'Challenges', href: '/challenges' }]} here="Swap the activation" />
        <h1 className="mt-3 text-4xl sm:text-5xl">Swap the activation</h1>
        <p className="mt-4 max-w-2xl text-lg text-muted">
          ReLU, Swish, GELU: the same small network on the same CIFAR-10 images, trained one after another in this tab.
          Does the swap pay?
        </p>
      </header>
      <ChallengeBrief />
      <ChallengeWorkbench />
    </div>
  )
}
