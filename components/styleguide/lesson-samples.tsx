import type { MDXComponents } from 'mdx/types'
import { type ComponentType, createElement, type ReactNode } from 'react'
import { CALLOUT_TONES } from '@/lib/course/vocabulary'
import { Sample } from './sample'

interface LessonSamplesProps {
  /** The vocabulary of a written lesson. */
  vocabulary: MDXComponents
  /** Ids that the lesson has. */
  ids: { card: string; question: string; experiment: string; claim: string; source: string }
}

/** The tags that an author may use, as a lesson shows them. Once, in the page’s own theme: they carry ids. */
export function LessonSamples({ vocabulary, ids }: LessonSamplesProps) {
  const tag = (name: string, props: Record<string, unknown>, children?: ReactNode) =>
    createElement(vocabulary[name] as ComponentType<Record<string, unknown>>, props, children)
  return (
    <Sample
      name="The lesson’s vocabulary"
      use="content/README.md says how each is written. Switch the theme in the header to see them in the other one."
    >
      <div className="prose max-w-[46rem]">
        <h3>A heading of a lesson</h3>
        <p>
          A paragraph with <strong>strong</strong> and <em>stressed</em> words, <code>code</code>, a key <kbd>Esc</kbd>,{' '}
          <a href="#plot">a link to the plot below</a>, the number {tag('Value', { of: 'gelu.min', digits: 4 })}, and{' '}
          {tag('Claim', { id: ids.claim }, 'a statement that a run backs')},{' '}
          {tag('Claim', { id: ids.source }, 'one that a source backs')}, and{' '}
          {tag('Claim', { id: ids.source, contested: true }, 'one that is contested')}.
        </p>
        <ul>
          <li>A list</li>
          <li>of two</li>
        </ul>
        <blockquote>A quotation.</blockquote>
        {CALLOUT_TONES.map((tone) => (
          <div key={tone}>{tag('Callout', { tone }, `A callout of the tone “${tone}”.`)}</div>
        ))}
        {tag('Formula', { of: 'swish' })}
        <div id="plot">
          {tag('Plot', { of: ['relu', 'swish', 'gelu'], caption: 'Three functions and their slopes.' })}
        </div>
        {tag('Plotter', {
          settings: 'f=swish,gelu&own=x%20*%20sigmoid(1.702%20*%20x)&from=-4&to=4',
          caption: 'A widget of the workbench, set by the author: how close is the learner’s own to GELU?',
        })}
        {tag('SoftmaxLab', { settings: 'twice=1' })}
        {tag('BackpropView', {
          settings: 'f1=relu&step=19',
          caption: 'Another: a network small enough to be computed by hand, stopped on its way back.',
        })}
        {tag('DepthLab', {
          settings: 'f=selu:fitting:none,relu:fitting:batch&depth=30&seeds=2',
          caption: 'What is left of a gradient, and of a signal, in networks of thirty layers.',
        })}
        {tag('CalibrationLab', { settings: 'samples=900&weight=19&threshold=0.3' })}
        {tag('Playground', {
          settings: 'data=circles&layers=3:relu:0&seeds=1&epochs=100',
          goal: 'data=circles&units=4&accuracy=98',
          caption: 'A network of the workbench, and a task that the author sets.',
        })}
        {tag('DeadUnitLab', {
          settings: 'units=8,8&epochs=10',
          caption: 'Another: units that die, the steps that kill them, and a swap that brings some back.',
        })}
        {tag('CnnLab', {
          settings: 'nets=relu:relu:relu,gelu:gelu:gelu&data=drawn-ten&images=256&held=100&epochs=2&seeds=1',
          caption: 'A network for pictures, with one activation after another.',
        })}
        {tag('Timeline', { from: 1969, to: 1986, strand: 'training' })}
        {tag('Card', { id: ids.card })}
        {tag('Quiz', { id: ids.question })}
        {tag('Experiment', { id: ids.experiment })}
      </div>
    </Sample>
  )
}
