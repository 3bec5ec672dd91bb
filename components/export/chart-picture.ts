/**
 * A chart as it stands on the page → an SVG that stands alone: its styles written out, and its legend, which on the page is
 * beside the drawing. Reads the page and changes nothing on it. Not here: how a chart is drawn (components/plot), nor what
 * is around it in the file (standalone-svg.ts).
 */
import { type LegendEntry, standaloneSvg } from './standalone-svg'

/** What CSS decides on the page; each is written out as an attribute. */
const STYLES = ['fill', 'stroke', 'stroke-opacity', 'font-size', 'text-anchor', 'paint-order'] as const

/** The charts of a part of the page, by their titles. */
export function chartsOf(part: ParentNode): { title: string; figure: HTMLElement }[] {
  return [...part.querySelectorAll<HTMLElement>('figure')].flatMap((figure) => {
    const title = figure.querySelector('figcaption')?.textContent?.trim()
    return title && drawingOf(figure) ? [{ title, figure }] : []
  })
}

/**
 * `legend`: where the page has it elsewhere than in the figure. @throws Error where the figure holds no drawing.
 */
export function chartSvg(
  figure: HTMLElement,
  title: string,
  description: string,
  legend: readonly LegendEntry[] = legendOf(figure),
): string {
  const drawing = drawingOf(figure)
  if (drawing === null) throw new Error('There is no drawing in this chart. Wait until it shows a curve.')
  const { width, height } = drawing.viewBox.baseVal
  return standaloneSvg({ host: figure, title, description, legend, drawing: resolved(drawing), width, height })
}

/** The drawing, not a sign of the legend: it is the one that is as wide as the figure. */
function drawingOf(figure: HTMLElement): SVGSVGElement | null {
  return figure.querySelector<SVGSVGElement>('[role=slider] > svg[viewBox]')
}

function legendOf(figure: HTMLElement): LegendEntry[] {
  return [...figure.querySelectorAll('li')].flatMap((item) => {
    const line = item.querySelector('line')
    const [label, value] = [...item.querySelectorAll('span')].map((part) => part.textContent?.trim() ?? '')
    if (line === null || !label) return []
    const dash = line.getAttribute('stroke-dasharray') ?? ''
    return [{ label: value ? `${label}: ${value}` : label, color: getComputedStyle(line).stroke, dash }]
  })
}

/** A copy in which nothing depends on the page's style sheets. */
function resolved(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  for (const [i, original] of originals.entries()) {
    const element = copies[i]
    if (!element) continue
    const computed = getComputedStyle(original)
    for (const name of STYLES) element.setAttribute(name, computed.getPropertyValue(name))
    element.removeAttribute('style')
    element.removeAttribute('class')
  }
  copy.removeAttribute('aria-hidden')
  return copy
}
