/**
 * LaTeX as one would type it in a mail: `\frac{1}{1 + e^{-x}}` → `1/(1 + e^-x)`. For searching and quoting alone; what
 * it does not know it leaves out.
 */
const SYMBOLS: Record<string, string> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  Phi: 'Φ',
  Sigma: 'Σ',
  sum: 'Σ',
  prod: '∏',
  infty: '∞',
  cdot: '·',
  times: '×',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  in: '∈',
  to: '→',
  pm: '±',
  partial: '∂',
  nabla: '∇',
  ldots: '…',
  dots: '…',
  cdots: '…',
  top: 'ᵀ',
}
const FRACTION = /\\[td]?frac\s*(?:\{([^{}]*)\}|(\d))\s*(?:\{([^{}]*)\}|(\d))/
const WRAPPER = /\\(?:mathbb|mathbf|mathrm|mathcal|text|operatorname|boldsymbol|hat|bar|sqrt)\s*\{([^{}]*)\}/

export function plainTex(tex: string): string {
  let text = tex
    .replace(/\\begin\{cases\}([\s\S]*?)\\end\{cases\}/g, (_, cases: string) =>
      cases.replace(/&/g, ' if ').replace(/\\\\/g, ', '),
    )
    .replace(/\\begin\{\w+\}|\\end\{\w+\}/g, ' ')
    .replace(/\\\\|\\[,;:! ]|[&~]/g, ' ')
  // From the inside out: each round undoes one depth of braces.
  for (let before = ''; before !== text; ) {
    before = text
    text = text
      .replace(FRACTION, (_, a = '', b = '', c = '', d = '') => `${inBrackets(a || b)}/${inBrackets(c || d)}`)
      .replace(WRAPPER, (whole, inside) => (whole.startsWith('\\sqrt') ? `√${inBrackets(inside)}` : inside))
      .replace(/([\^_])\{([^{}]*)\}/, '$1$2')
  }
  return text
    .replace(/\\(?:left|right|quad|qquad|displaystyle)\b/g, ' ')
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => SYMBOLS[name] ?? (name.length <= 4 ? name : ' '))
    .replace(/[\\{}]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;.])/g, '')
    .trim()
}

function inBrackets(part: string): string {
  return /^[\p{L}\p{N}]*$/u.test(part.trim()) ? part.trim() : `(${part.trim()})`
}
