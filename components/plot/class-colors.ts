/** Colours of data classes in planes: CSS variables, so that they follow the theme. */
const CLASS_VARIABLES = ['--act-relu', '--act-swish', '--act-gelu', '--act-tanh', '--act-sigmoid', '--act-other']

export function classVariable(index: number): string {
  return CLASS_VARIABLES[index % CLASS_VARIABLES.length] ?? '--act-other'
}

export function classColor(index: number): string {
  return `var(${classVariable(index)})`
}

/** `#rrggbb`, or `#rgb` as minified style sheets write it, as [red, green, blue], 0 to 255; grey for anything else. */
export function parseHexColor(text: string): [number, number, number] {
  const long = text.trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  const hex = long.match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i)
  if (!hex) return [128, 128, 128]
  return [hex[1], hex[2], hex[3]].map((part) => Number.parseInt(part ?? '80', 16)) as [number, number, number]
}
