/**
 * A drawing → an SVG that stands alone: a background, title, description and legend, with the colours of the theme written
 * out. Reads the page and changes nothing on it. Not here: what is drawn (chart-picture.ts, and widgets that draw for
 * themselves), nor pixels (picture-pixels.ts).
 */

const FONT = 'Inter, "Helvetica Neue", Arial, sans-serif'
const MARGIN = 16
const TITLE_HEIGHT = 26
const ROW_HEIGHT = 20
const NAMESPACE = 'http://www.w3.org/2000/svg'

export interface LegendEntry {
  label: string
  /** As CSS has it, `var(--act-relu)` too. */
  color: string
  dash?: string | undefined
}

export interface StandaloneSvg {
  /** Of the page: its theme is the picture's. */
  host: Element
  title: string
  /** What somebody hears who cannot see it. */
  description: string
  legend: readonly LegendEntry[]
  /** In it nothing depends on the page's style sheets. */
  drawing: SVGElement
  width: number
  height: number
}

export function standaloneSvg({ host, title, description, legend, drawing, width, height }: StandaloneSvg): string {
  const top = MARGIN + TITLE_HEIGHT + legend.length * ROW_HEIGHT + 8
  const whole = { width: width + 2 * MARGIN, height: height + top + MARGIN }
  const { color } = getComputedStyle(host)
  const svg = svgElement('svg', {
    ...{ width: whole.width, height: whole.height, viewBox: `0 0 ${whole.width} ${whole.height}` },
    ...{ role: 'img', 'aria-labelledby': 'title description', 'font-family': FONT },
  })
  svg.append(
    svgElement('title', { id: 'title' }, title),
    svgElement('desc', { id: 'description' }, description),
    svgElement('rect', { width: '100%', height: '100%', fill: backgroundOf(host) }),
    svgElement('text', { x: MARGIN, y: MARGIN + 15, 'font-size': 15, 'font-weight': 600, fill: color }, title),
  )
  for (const [i, { label, color: line, dash }] of legend.entries()) {
    const y = MARGIN + TITLE_HEIGHT + i * ROW_HEIGHT + 10
    svg.append(
      svgElement('line', {
        ...{ x1: MARGIN, x2: MARGIN + 22, y1: y, y2: y, stroke: writtenOut(line, host), 'stroke-width': 3 },
        ...(dash ? { 'stroke-dasharray': dash } : {}),
      }),
      svgElement('text', { x: MARGIN + 30, y: y + 4, 'font-size': 13, fill: color }, label),
    )
  }
  for (const [name, value] of Object.entries({ x: MARGIN, y: top, width, height }))
    drawing.setAttribute(name, `${value}`)
  svg.append(drawing)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`
}

export function svgElement(name: string, attributes: Record<string, string | number>, content?: string): SVGElement {
  const element = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`)
  if (content !== undefined) element.textContent = content
  return element
}

/** A colour of the theme by its value: `var(--act-relu)` is of no use outside the page. */
export function writtenOut(color: string, host: Element): string {
  const name = /^var\((--[\w-]+)\)$/.exec(color)?.[1]
  return name === undefined ? color : getComputedStyle(host).getPropertyValue(name).trim()
}

/** The first colour behind an element that can be seen. */
function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor
    if (color !== '' && color !== 'transparent' && !/,\s*0\)$|\/\s*0\)$/.test(color)) return color
  }
  return '#ffffff'
}
