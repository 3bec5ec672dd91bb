import { ArrowRight, Clock, Cpu, Images } from 'lucide-react'
import type { Metadata } from 'next'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'

export const metadata: Metadata = {
  title: 'Challenges',
  description: 'Train networks in your browser and defend a decision with the evidence you collected.',
}

export default function ChallengesPage() {
  return (
    <div className="mx-auto max-w-6xl px-4 pt-12 pb-16 sm:px-6">
      <h1 className="text-4xl sm:text-5xl">Challenges</h1>
      <p className="mt-4 max-w-2xl text-lg text-muted">
        A challenge asks for a decision, not for an answer: you train networks in this page, collect evidence and say
        what you would do.
      </p>
      <ul className="mt-10 grid list-none gap-5 p-0">
        <li className="relative flex flex-col gap-4 rounded-card border border-line bg-surface p-6 shadow-raised transition-colors hover:border-line-strong sm:p-8">
          <div className="flex flex-wrap gap-2">
            <Badge tone="accent">Activation functions</Badge>
            <Badge>grading opens later</Badge>
          </div>
          <h2 className="m-0 text-2xl">
            <Link href="/challenges/cifar-activation-swap" className="after:absolute after:inset-0 after:rounded-card">
              Swap the activation
            </Link>
          </h2>
          <p className="max-w-2xl text-muted">
            ReLU, Swish, GELU in a small network on real CIFAR-10 images. Compare curves, accuracy and time, with honest
            error bars, and decide whether the swap pays.
          </p>
          <ul className="flex list-none flex-wrap gap-x-6 gap-y-2 p-0 text-muted text-sm">
            <Fact icon={<Images aria-hidden="true" className="size-4" />}>500 to 4,000 training images</Fact>
            <Fact icon={<Cpu aria-hidden="true" className="size-4" />}>trains in your tab</Fact>
            <Fact icon={<Clock aria-hidden="true" className="size-4" />}>about two minutes for a first look</Fact>
          </ul>
          <span aria-hidden="true" className="inline-flex items-center gap-1.5 font-medium text-accent">
            Open the challenge <ArrowRight className="size-4" />
          </span>
        </li>
      </ul>
    </div>
  )
}

function Fact({ icon, children }: { icon: React.ReactNode; children: string }) {
  return (
    <li className="flex items-center gap-2">
      {icon}
      {children}
    </li>
  )
}
