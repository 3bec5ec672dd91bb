/**
 * Writes the unrolled inner tiles of the convolution kernels as AssemblyScript. A tile keeps `rows` × `vectors`
 * accumulators of four float32 in registers; unrolling by hand would be the same lines many times over.
 *
 * Between two jumps V8 does all loads first, so a stretch without a jump may load no more than the registers hold beside
 * the accumulators: 15 in all (docs/decisions/027; registers.verify.ts looks at what became of it).
 * Not here: the loops around the tiles (lib/engine/kernels/*.ts).
 */

const range = (length) => Array.from({ length }, (_, i) => i)
const multiplyAdd = (sum, a, b) => `${sum} = f32x4.add(${sum}, f32x4.mul(${a}, ${b}));`

/**
 * `rows` places of x against `vectors` × 4 channels: from the bias on, over tap rows and along each run, which has at
 * least one number. Four steps of the run are unrolled, each ended by a jump. At the end `finish` sees the sums
 * c<row>_<vector>.
 */
function correlationTile(name, rows, vectors, parameters, finish) {
  const pointers = range(rows).map((r) => `x${r}`)
  const step = (offset) => [
    ...range(vectors).map((v) => `const b${v} = v128.load(b, ${16 * v});`),
    ...range(rows).flatMap((r) => [
      `const a${r} = v128.load_splat<f32>(p${r}, ${offset});`,
      ...range(vectors).map((v) => multiplyAdd(`c${r}_${v}`, `a${r}`, `b${v}`)),
    ]),
    'b += bStep;',
  ]
  const advance = (bytes) => pointers.map((_, r) => `p${r} += ${bytes};`).join(' ')
  return `
@inline
export function ${name}(${pointers.map((p) => `${p}: usize`).join(', ')}, tapRows: i32, tapRowStep: usize, run: i32, w: usize, bStep: usize, bias: usize${parameters}): void {
  ${range(vectors)
    .map((v) => `const bias${v} = v128.load(bias, ${16 * v});`)
    .join('\n  ')}
  ${range(rows)
    .flatMap((r) => range(vectors).map((v) => `let c${r}_${v} = bias${v};`))
    .join(' ')}
  let b = w;
  ${pointers.map((p, r) => `let s${r} = ${p};`).join(' ')}
  for (let t = 0; t < tapRows; t++) {
    ${pointers.map((_, r) => `let p${r} = s${r};`).join(' ')}
    let k = run;
    while (true) {
      ${range(4)
        .map((u) => `{ ${step(4 * u).join(' ')} } if (${u === 3 ? '(k -= 4) <= 0' : `k == ${u + 1}`}) break;`)
        .join('\n      ')}
      ${advance(16)}
    }
    ${pointers.map((_, r) => `s${r} += tapRowStep;`).join(' ')}
  }
  ${finish}
}
`
}

/** Sums stored row after row. */
function storingTile(rows, vectors) {
  const stores = range(rows).map((r) =>
    range(vectors)
      .map((v) => `v128.store(y${r === 0 ? '' : ` + ${r} * yStep`}, c${r}_${v}, ${16 * v});`)
      .join(' '),
  )
  return correlationTile(`tile${rows}x${4 * vectors}`, rows, vectors, ', y: usize, yStep: usize', stores.join('\n  '))
}

/** The four places of a pooling window: activation and 2 × 2 maximum while the sums are in registers. */
function poolingTile(vectors) {
  const finish = range(vectors).map(
    (v) =>
      `poolWindow(c0_${v}, c1_${v}, c2_${v}, c3_${v}, x0, x1, x2, x3, activation, y + ${16 * v}, z + ${16 * v}, place + ${16 * v});`,
  )
  return correlationTile(
    `poolTile${4 * vectors}`,
    4,
    vectors,
    ', activation: usize, y: usize, z: usize, place: usize',
    finish.join('\n  '),
  )
}

/**
 * Weight gradients of `channels` output channels × `vectors` × 4 places of a tap row, over one row of `columns` output
 * places; the sums stay in memory between rows.
 */
function gradientTile(channels, vectors) {
  const all = range(channels).flatMap((c) => range(vectors).map((v) => [c, v]))
  return `
@inline
export function gradientTile${channels}x${4 * vectors}(x: usize, xStep: usize, g: usize, gStep: usize, columns: i32, dw: usize, channelStep: usize): void {
  ${all.map(([c, v]) => `let c${c}_${v} = v128.load(dw + ${c} * channelStep, ${16 * v});`).join(' ')}
  for (let i = 0; i < columns; i++) {
    ${range(vectors)
      .map((v) => `const x${v} = v128.load(x, ${16 * v});`)
      .join(' ')}
    ${range(channels)
      .map(
        (c) =>
          `const g${c} = v128.load_splat<f32>(g, ${4 * c}); ${range(vectors)
            .map((v) => multiplyAdd(`c${c}_${v}`, `g${c}`, `x${v}`))
            .join(' ')}`,
      )
      .join('\n    ')}
    x += xStep;
    g += gStep;
  }
  ${all.map(([c, v]) => `v128.store(dw + ${c} * channelStep, c${c}_${v}, ${16 * v});`).join(' ')}
}
`
}

/** One output channel's listed places: weight gradients of `vectors` × 4 numbers at `offset` from each place. */
function listedGradient(vectors) {
  return `
@inline
export function listedGradient${4 * vectors}(places: usize, gradients: usize, end: usize, offset: usize, dw: usize): void {
  ${range(vectors)
    .map((v) => `let c${v} = v128.load(dw, ${16 * v});`)
    .join(' ')}
  while (places < end) {
    const p = <usize>load<u32>(places) + offset;
    const g = v128.load_splat<f32>(gradients);
    ${range(vectors)
      .map((v) => multiplyAdd(`c${v}`, 'g', `v128.load(p, ${16 * v})`))
      .join('\n    ')}
    places += 4;
    gradients += 4;
  }
  ${range(vectors)
    .map((v) => `v128.store(dw, c${v}, ${16 * v});`)
    .join(' ')}
}
`
}

/**
 * The same for all three rows of a 3 × 3 window of up to twelve numbers a row: nine sums at once. The jumps between rows
 * are never taken, since the two lists are never in the same place.
 */
function listedGradientRows() {
  const all = range(3).flatMap((r) => range(3).map((v) => [r, v]))
  const row = (r) =>
    range(3)
      .map((v) => multiplyAdd(`c${r}_${v}`, 'g', `v128.load(p${r}, ${16 * v})`))
      .join(' ')
  return `
@inline
export function listedGradient3x12(places: usize, gradients: usize, end: usize, tapRowStep: usize, dw: usize): void {
  ${all.map(([r, v]) => `let c${r}_${v} = v128.load(dw, ${48 * r + 16 * v});`).join(' ')}
  while (places < end) {
    const p0 = <usize>load<u32>(places), p1 = p0 + tapRowStep, p2 = p1 + tapRowStep;
    const g = v128.load_splat<f32>(gradients);
    ${range(3).map(row).join('\n    if (places == gradients) break;\n    ')}
    places += 4;
    gradients += 4;
  }
  ${all.map(([r, v]) => `v128.store(dw, c${r}_${v}, ${48 * r + 16 * v});`).join(' ')}
}
`
}

/** One output channel's listed places: adds gradient × weights to `vectors` × 4 numbers at `offset` from each place. */
function listedScatter(vectors) {
  return `
@inline
export function listedScatter${4 * vectors}(places: usize, gradients: usize, end: usize, offset: usize, w: usize): void {
  ${range(vectors)
    .map((v) => `const w${v} = v128.load(w, ${16 * v});`)
    .join(' ')}
  while (places < end) {
    const p = <usize>load<u32>(places) + offset;
    const g = v128.load_splat<f32>(gradients);
    ${range(vectors)
      .map((v) => `v128.store(p, f32x4.add(v128.load(p, ${16 * v}), f32x4.mul(g, w${v})), ${16 * v});`)
      .join('\n    ')}
    places += 4;
    gradients += 4;
  }
}
`
}

/** The text of lib/engine/kernels/build/tiles.ts. */
export function tileSource() {
  return [
    '// Written by scripts/kernels/tiles.mjs.',
    "import { poolWindow } from '../pool-window'",
    storingTile(4, 2),
    storingTile(4, 1),
    storingTile(1, 2),
    storingTile(1, 1),
    poolingTile(2),
    poolingTile(1),
    gradientTile(4, 2),
    gradientTile(4, 1),
    gradientTile(1, 2),
    gradientTile(1, 1),
    listedGradientRows(),
    listedGradient(6),
    listedGradient(4),
    listedGradient(1),
    listedScatter(12),
    listedScatter(4),
    listedScatter(1),
  ].join('\n')
}
