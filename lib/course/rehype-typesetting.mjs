/**
 * The rehype plugin for what Markdown cannot say about setting a text: a comma stays on the line of the formula
 * before it, a number stays with its per cent sign, and the cells at the head of a table have names. Browsers break
 * lines on both sides of a formula, and axe reads none. Runs behind rehype-katex. Plain JavaScript, because the
 * bundler's worker loads it without a compiler.
 */
import { SKIP, visit } from 'unist-util-visit'

/** What is shown as it was written. */
const LITERAL = new Set(['code', 'pre', 'math'])
const CLOSING = /^[,.;:!?)\]’”%]+/
const OPENING = /[([“‘]+$/

const isFormula = (node) =>
  node?.type === 'element' &&
  node.properties.className?.includes('katex') === true &&
  node.children.some((child) => child.tagName === 'math' && child.properties.display !== 'block')

/** The words of a node; of a formula what is seen, not its source. */
function textOf(node, formulas) {
  if (node.type === 'text') return node.value
  if (node.tagName === 'annotation' || (node.tagName === 'math' && !formulas)) return ''
  return (node.children ?? []).map((child) => textOf(child, formulas)).join('')
}

/** Takes what matches out of a text beside a formula. @returns it as a list of nodes */
function take(text, pattern) {
  const [found] = (text?.type === 'text' && pattern.exec(text.value)) || []
  if (found === undefined) return []
  text.value = text.value.replace(pattern, '')
  return [{ type: 'text', value: found }]
}

function keepWithFormula(formula, index, parent) {
  const before = take(parent.children[index - 1], OPENING)
  const after = take(parent.children[index + 1], CLOSING)
  if (before.length + after.length === 0) return
  parent.children[index] = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['whitespace-nowrap'] },
    children: [...before, formula, ...after],
  }
}

/** An empty cell heads nothing; one that holds a formula alone is heard as its letters. */
function nameHeader(cell) {
  if (textOf(cell, false).trim() !== '') return
  const letters = textOf(cell, true).trim()
  if (letters === '') {
    cell.tagName = 'td'
    return
  }
  const span = (properties, children) => ({ type: 'element', tagName: 'span', properties, children })
  // What is only heard stands nowhere on the page: without `relative` that would be outside a table that scrolls.
  cell.properties.className = ['relative']
  cell.children = [
    span({ className: ['sr-only'] }, [{ type: 'text', value: letters }]),
    span({ ariaHidden: 'true' }, cell.children),
  ]
}

export default function rehypeTypesetting() {
  return (tree) => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'text') node.value = node.value.replace(/(\d) %/g, '$1\u00a0%')
      if (node.tagName === 'th') nameHeader(node)
      if (isFormula(node) && parent && index !== undefined) {
        keepWithFormula(node, index, parent)
        return [SKIP, index + 1]
      }
      return LITERAL.has(node.tagName) ? SKIP : undefined
    })
  }
}
