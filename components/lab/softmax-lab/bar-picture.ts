import { standaloneSvg, svgElement, writtenOut } from '@/components/export/standalone-svg'
import { classColor } from '@/components/plot/class-colors'
import { formatNumber } from '@/components/plot/format-number'
import type { SoftmaxReading } from './softmax-reading'

const WIDTH = 480
const ROW = 26
const BAR = { left: 64, width: 320, height: 16 }

interface BarPicture {
  host: Element
  title: string
  about: string
}

/** The bars as an SVG that stands alone; on the page they are a table. Where softmax stands twice, its bars are below the first. */
export function barPicture(
  { probabilities, again }: Pick<SoftmaxReading, 'probabilities' | 'again'>,
  { host, title, about }: BarPicture,
): string {
  const rows = again === null ? probabilities : [...probabilities, 'Softmax once more', ...again]
  const height = rows.length * ROW
  const drawing = svgElement('svg', { viewBox: `0 0 ${WIDTH} ${height}`, 'font-size': 13 })
  const { color } = getComputedStyle(host)
  for (const [place, row] of rows.entries()) {
    const y = place * ROW
    const write = (x: number, anchor: 'start' | 'end', content: string) =>
      svgElement('text', { x, y: y + BAR.height - 3, 'text-anchor': anchor, fill: color }, content)
    if (typeof row === 'string') {
      drawing.append(write(0, 'start', row))
      continue
    }
    // The heading between the two groups takes a row, too.
    const index = place % (probabilities.length + 1)
    const fill = writtenOut(classColor(index), host)
    const width = Math.max(1, row * BAR.width)
    drawing.append(
      write(0, 'start', `class ${index + 1}`),
      svgElement('rect', { x: BAR.left, y, width, height: BAR.height, rx: 3, fill }),
      write(WIDTH, 'end', formatNumber(row, 6)),
    )
  }
  const said = probabilities.map((one, index) => `class ${index + 1} ${formatNumber(one, 6)}`).join(', ')
  const description = `${about} Probabilities: ${said}.`
  return standaloneSvg({ host, title, description, legend: [], drawing, width: WIDTH, height })
}
