/**
 * A line chart as it stands on the page → an SVG that stands alone: colours of the theme written out, a background, the
 * title, and the legend, which on the page is beside the drawing. Reads the page and changes nothing on it. Not here: how a
 * chart is drawn (components/plot), nor pixels (picture-pixels.ts).
 */

/** What CSS decides on the page; each is written out as an attribute. */
const STYLES = ['fill', 'stroke', 'stroke-opacity', 'font-size', 'text-anchor', 'paint-order'] as const
const FONT = 'Inter, "Helvetica Neue", Arial, sans-serif'
const MARGIN = 16
const TITLE_HEIGHT = 26
const ROW_HEIGHT = 20
const NAMESPACE = 'http://www.w3.org/2000/svg'

interface LegendEntry {
  label: string
  color: string
  dash: string
}

/** The charts of a part of the page, by their titles. */
export function chartsOf(part: ParentNode): { title: string; figure: HTMLElement }[] {
  return [...part.querySelectorAll<HTMLElement>('figure')].flatMap((figure) => {
    const title = figure.querySelector('figcaption')?.textContent?.trim()
    return title && drawingOf(figure) ? [{ title, figure }] : []
  })
}

/** `description`: what somebody hears who cannot see it. @throws Error where the figure holds no drawing. */
export function chartSvg(figure: HTMLElement, title: string, description: string): string {
  const drawing = drawingOf(figure)
  if (drawing === null) throw new Error('There is no drawing in this chart. Wait until it shows a curve.')
  const { width, height } = drawing.viewBox.baseVal
  const legend = legendOf(figure)
  const top = MARGIN + TITLE_HEIGHT + legend.length * ROW_HEIGHT + 8
  const whole = { width: width + 2 * MARGIN, height: height + top + MARGIN }
  const style = getComputedStyle(figure)
  const svg = create('svg', {
    xmlns: NAMESPACE,
    ...{ width: `${whole.width}`, height: `${whole.height}`, viewBox: `0 0 ${whole.width} ${whole.height}` },
    ...{ role: 'img', 'aria-labelledby': 'title description', 'font-family': FONT },
  })
  svg.append(
    text(create('title', { id: 'title' }), title),
    text(create('desc', { id: 'description' }), description),
    create('rect', { width: '100%', height: '100%', fill: backgroundOf(figure) }),
    text(
      create('text', {
        x: `${MARGIN}`,
        y: `${MARGIN + 15}`,
        'font-size': '15',
        'font-weight': '600',
        fill: style.color,
      }),
      title,
    ),
  )
  for (const [i, { label, color, dash }] of legend.entries()) {
    const y = MARGIN + TITLE_HEIGHT + i * ROW_HEIGHT + 10
    const line = { x1: `${MARGIN}`, x2: `${MARGIN + 22}`, y1: `${y}`, y2: `${y}`, stroke: color, 'stroke-width': '3' }
    svg.append(
      create('line', dash === '' ? line : { ...line, 'stroke-dasharray': dash }),
      text(create('text', { x: `${MARGIN + 30}`, y: `${y + 4}`, 'font-size': '13', fill: style.color }), label),
    )
  }
  const copy = resolved(drawing)
  for (const [name, value] of Object.entries({ x: MARGIN, y: top, width, height })) copy.setAttribute(name, `${value}`)
  svg.append(copy)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`
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

/** The first colour behind the figure that can be seen. */
function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor
    if (color !== '' && color !== 'transparent' && !/,\s*0\)$|\/\s*0\)$/.test(color)) return color
  }
  return '#ffffff'
}

function create(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') element.setAttribute(key, value)
  return element
}

function text(element: SVGElement, content: string): SVGElement {
  element.textContent = content
  return element
}
