/**
 * How text is compared: in words without case, accents or typography, and, for names and formulas, run together without
 * spaces or signs, so that `LeakyReLU`, `leaky-relu` and `x·σ(x)`, `x*sigmoid(x)` are the same.
 */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)?/gu
const MARKS = /\p{M}/gu
const GREEK: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  η: 'eta',
  λ: 'lambda',
  μ: 'mu',
  // In these lessons the letter is the function’s name.
  σ: 'sigmoid',
  τ: 'tau',
  φ: 'phi',
  ϕ: 'phi',
  ω: 'omega',
}
/** Beyond this a word is no word; comparing it would only cost time. */
const LONGEST_WORD = 40

export interface PlacedWord {
  /** Folded. */
  word: string
  /** Where it stands in the text, in UTF-16 units. */
  from: number
  to: number
}

/** Folds one word: `ReLU’s` → `relu`, `Schrödinger` → `schrodinger`, `x²` → `x2`, `σ` → `sigmoid`. */
export function foldWord(written: string): string {
  const plain = written
    .replace(/['’].*$/su, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFC')
  const letters = [...plain].slice(0, LONGEST_WORD).map((letter) => GREEK[letter] ?? letter)
  const word = letters.join('')
  return word === 'sigma' ? 'sigmoid' : word
}

export function wordsIn(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)]
    .map((match) => ({ word: foldWord(match[0]), from: match.index, to: match.index + match[0].length }))
    .filter(({ word }) => word !== '')
}

export function foldedWords(text: string): string[] {
  return wordsIn(text).map(({ word }) => word)
}

/** `x·σ(x)`, `x * sigmoid(x)` and `x*sigma(x)` → `xsigmoidx`; `exp(-x)` and `e⁻ˣ` → `ex`; `Leaky ReLU` → `leakyrelu`. */
export function runTogether(text: string): string {
  return foldedWords(text.replace(/\bexp\b/giu, 'e'))
    .join('')
    .slice(0, LONGEST_WORD)
}
