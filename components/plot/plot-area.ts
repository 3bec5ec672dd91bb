/** The plotting area inside a chart's SVG, in pixels. */
export interface PlotArea {
  left: number
  top: number
  width: number
  height: number
}

const MARGIN = { right: 14, top: 10, bottom: 44 }

/** What the ticks and the name of the axis leave; `left`: for the numbers of the vertical axis. */
export function plotArea(width: number, height: number, left = 52): PlotArea {
  return {
    left,
    top: MARGIN.top,
    width: Math.max(40, width - left - MARGIN.right),
    height: height - MARGIN.top - MARGIN.bottom,
  }
}
