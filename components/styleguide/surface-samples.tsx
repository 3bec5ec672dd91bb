/** The style guide's surfaces: what holds content, and what says how things are. Shown in development only. */
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { Skeleton } from '@/components/ui/skeleton'
import { Spinner } from '@/components/ui/spinner'
import { Tooltip } from '@/components/ui/tooltip'
import { BothThemes, Row, Sample } from './sample'

const NOTICES = [
  ['info', 'Working offline', 'What you do is kept here and sent later.'],
  ['good', 'Saved', 'Your account has everything.'],
  ['warn', 'Stand-ins', 'These are drawn pictures, not CIFAR-10.'],
  ['bad', 'It failed', 'The fault is ours. Please try again.'],
] as const

/** What holds content, and what says how things are. */
export function SurfaceSamples() {
  return (
    <>
      <Sample name="Card, badge" use="A sheet of paper; a word or two about what lies on it.">
        <BothThemes>
          {() => (
            <Card>
              <Row>
                {(['neutral', 'accent', 'good', 'warn', 'bad'] as const).map((tone) => (
                  <Badge key={tone} tone={tone}>
                    {tone}
                  </Badge>
                ))}
              </Row>
              <p className="mt-4">A card has a thin line and no shadow, unless it floats.</p>
            </Card>
          )}
        </BothThemes>
      </Sample>
      <Sample
        name="Notice"
        use="Something the reader should know; the mark and the words say the tone, not the colour alone."
      >
        <BothThemes>
          {() =>
            NOTICES.map(([tone, title, text]) => (
              <Notice key={tone} tone={tone} title={title}>
                {text}
              </Notice>
            ))
          }
        </BothThemes>
      </Sample>
      <Sample name="Tooltip" use="A word that explains itself on hover, focus or tap; Escape takes it away.">
        <BothThemes>
          {() => (
            <p>
              Read <Tooltip text="One for each visitor and day.">1,204 views</Tooltip> so far.
            </p>
          )}
        </BothThemes>
      </Sample>
      <Sample name="Waiting" use="What is on its way keeps the place of what comes.">
        <BothThemes>
          {() => (
            <>
              <ProgressBar label="ReLU, seed 0" value={0.4} detail="1 of 3 · about 20 s left" />
              <ProgressBar label="Of unknown length" />
              <ProgressBar label="Without a visible label" value={1} hideLabel />
              <Row>
                <Spinner />
                <Skeleton className="h-8 w-40" />
              </Row>
            </>
          )}
        </BothThemes>
      </Sample>
      <Sample name="Empty state" use="Where nothing is yet: what will stand here, and the one thing to do.">
        <BothThemes>
          {() => (
            <EmptyState title="No runs yet" action={<Button variant="secondary">Open the challenge</Button>}>
              Each finished run is kept here with its accuracy.
            </EmptyState>
          )}
        </BothThemes>
      </Sample>
      <Sample
        name="Scrolling box"
        use="Content that is wider or higher than its place; the keyboard can reach and scroll it."
      >
        <BothThemes>
          {() => (
            <ScrollGroup label="A long line" className="overflow-x-auto rounded-control border border-line p-3">
              <code className="whitespace-nowrap font-mono text-sm">
                softmax(z)ᵢ = exp(zᵢ − max z) ÷ Σⱼ exp(zⱼ − max z), computed with the largest logit subtracted, so that
                nothing overflows
              </code>
            </ScrollGroup>
          )}
        </BothThemes>
      </Sample>
    </>
  )
}
