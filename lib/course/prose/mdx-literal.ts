/**
 * The value of an MDX attribute where it is written out: `digits={6}`,
 * `of={['relu', 'gelu']}`, `tone="note"`, or a bare name for true. Null for
 * anything that would have to be run.
 */
import type { Expression, SpreadElement } from 'estree'
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx'

export function literalOf(attribute: MdxJsxAttribute): { value: unknown } | null {
  const { value } = attribute
  if (value === null || value === undefined) return { value: true }
  if (typeof value === 'string') return { value }
  const statement = value.data?.estree?.body[0]
  return statement?.type === 'ExpressionStatement' ? literalExpression(statement.expression) : null
}

function literalExpression(node: Expression | SpreadElement | null): { value: unknown } | null {
  if (node === null) return null
  switch (node.type) {
    case 'Literal':
      return 'regex' in node || 'bigint' in node ? null : { value: node.value }
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? { value: node.quasis[0]?.value.cooked ?? '' } : null
    case 'UnaryExpression': {
      const argument = literalExpression(node.argument)
      return node.operator === '-' && typeof argument?.value === 'number' ? { value: -argument.value } : null
    }
    case 'ArrayExpression': {
      const values: unknown[] = []
      for (const element of node.elements) {
        const literal = literalExpression(element)
        if (literal === null) return null
        values.push(literal.value)
      }
      return { value: values }
    }
    default:
      return null
  }
}
