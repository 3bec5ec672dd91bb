/**
 * From many positions of an image to few. Images are [batch, height, width, channels]; channels never mix. Each number
 * of the result looks at one window of x: `windowsOf` lists, for each of them, the places in x, in row order.
 */
import { ShapeError } from '../errors'
import { at, increase, Tensor } from './tensor'

interface Windows {
  /** Shape of the result. */
  shape: number[]
  /** Places in x, one list for each number of the result. */
  places: number[][]
}

/** Windows of windowHeight × windowWidth, `stride` apart; a remainder at the right and lower edge is dropped. */
function windowsOf(name: string, x: Tensor, windowHeight: number, windowWidth: number, stride: number): Windows {
  const [batch = 0, height = 0, width = 0, channels = 0] = x.shape
  if (x.shape.length !== 4 || windowHeight > height || windowWidth > width) {
    throw new ShapeError(
      `${name}: x is [${x.shape}]; it must be [batch, height, width, channels] and hold a window of ${windowHeight} × ${windowWidth}.`,
    )
  }
  const outHeight = Math.floor((height - windowHeight) / stride) + 1
  const outWidth = Math.floor((width - windowWidth) / stride) + 1
  const places: number[][] = []
  for (let n = 0; n < batch; n++)
    for (let outY = 0; outY < outHeight; outY++)
      for (let outX = 0; outX < outWidth; outX++)
        for (let c = 0; c < channels; c++) {
          const window = Array.from({ length: windowHeight * windowWidth }, (_, i) => {
            const row = outY * stride + Math.floor(i / windowWidth)
            const column = outX * stride + (i % windowWidth)
            return ((n * height + row) * width + column) * channels + c
          })
          places.push(window)
        }
  return { shape: [batch, outHeight, outWidth, channels], places }
}

/** The largest of each size × size window. Of equal ones the first in row order gets the gradient, as in PyTorch. */
export function maxPool2d(x: Tensor, size: number, stride = size): Tensor {
  const { shape, places } = windowsOf('max-pool2d', x, size, size, stride)
  const beats = (value: number, best: number) => value > best || Number.isNaN(value)
  const winners = places.map((window) =>
    window.reduce((best, i) => (beats(at(x.data, i), at(x.data, best)) ? i : best)),
  )
  const y = Float64Array.from(winners, (i) => at(x.data, i))
  return new Tensor('max-pool2d', shape, y, [x], (dy) => {
    const dx = new Float64Array(x.data.length)
    winners.forEach((place, i) => {
      increase(dx, place, at(dy, i))
    })
    return [dx]
  })
}

/** The mean of each size × size window. */
export function avgPool2d(x: Tensor, size: number, stride = size): Tensor {
  return averageOf('avg-pool2d', x, windowsOf('avg-pool2d', x, size, size, stride))
}

/** The mean of each channel of each image, [batch, channels]. */
export function globalAveragePool(x: Tensor): Tensor {
  const [batch = 0, height = 0, width = 0, channels = 0] = x.shape
  const { places } = windowsOf('global-average-pool', x, height, width, 1)
  return averageOf('global-average-pool', x, { shape: [batch, channels], places })
}

function averageOf(name: string, x: Tensor, { shape, places }: Windows): Tensor {
  const y = Float64Array.from(places, (window) => window.reduce((sum, i) => sum + at(x.data, i), 0) / window.length)
  return new Tensor(name, shape, y, [x], (dy) => {
    const dx = new Float64Array(x.data.length)
    places.forEach((window, i) => {
      for (const place of window) increase(dx, place, at(dy, i) / window.length)
    })
    return [dx]
  })
}

/** [batch, …] → [batch, all the rest]; the memory stays as it is: row, column, channel. */
export function flatten(x: Tensor): Tensor {
  const [batch = 0] = x.shape
  return new Tensor('flatten', [batch, x.data.length / batch], x.data, [x], (dy) => [dy])
}
