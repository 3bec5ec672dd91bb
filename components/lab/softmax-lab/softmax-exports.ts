import type { ExportItem } from '@/components/export/export-menu'
import { pictureItems } from '@/components/export/picture-items'
import { textItem } from '@/components/export/text-item'
import type { LabSettings } from '@/components/lab/use-lab-settings'
import { csvText } from '@/lib/export/csv'
import { barPicture } from './bar-picture'
import { readSoftmax, type SoftmaxReading } from './softmax-reading'

const ID = 'softmax'

/** What can be saved of the softmax lab: every number, and the bars. `host`: of the page, whose theme the picture has. */
export function softmaxExports(settings: LabSettings<'softmax-lab'>, host: HTMLElement | null): ExportItem[] {
  const reading = readSoftmax(settings)
  const { temperature, shift, answer, twice } = settings
  const title = twice ? 'Softmax, and softmax once more' : 'Softmax'
  const about = `Temperature ${temperature}, ${shift} added to every logit; class ${answer + 1} is right.`
  return [
    textItem('Probabilities', [ID, 'probabilities'], 'csv', () => classesCsv(reading, settings)),
    textItem('Jacobian', [ID, 'jacobian'], 'csv', () => jacobianCsv(reading)),
    ...(host === null ? [] : pictureItems('Bars', [ID, 'bars'], () => barPicture(reading, { host, title, about }))),
  ]
}

/** A row for each class, all its numbers from the logit to what the loss sends back to it. */
export function classesCsv(
  { shifted, scaled, probabilities, again, gradient, float32 }: SoftmaxReading,
  { z, answer }: Pick<LabSettings<'softmax-lab'>, 'z' | 'answer'>,
): string {
  const head = [
    ...['class', 'right (1 or 0)', 'logit', 'with the shift', 'divided by T', 'probability', 'softmax once more'],
    ...['gradient of the loss at the logit', 'float32 exponent', 'float32 power', 'float32 probability'],
  ]
  const rows = z.map((logit, i) => [
    ...[i + 1, Number(i === answer), logit, shifted[i], scaled[i], probabilities[i], again?.[i], gradient[i]],
    ...[float32.exponents[i], float32.powers[i], float32.probabilities[i]],
  ])
  return csvText([head, ...rows])
}

/** A row for each probability, a column for each logit. */
export function jacobianCsv({ jacobian }: Pick<SoftmaxReading, 'jacobian'>): string {
  const head = ['', ...jacobian.map((_, j) => `z${j + 1}`)]
  return csvText([head, ...jacobian.map((row, i) => [`p${i + 1}`, ...row])])
}
