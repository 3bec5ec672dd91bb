import { expect, test } from 'vitest'
import { plantTree } from './check/testing/planted-tree'
import { getConcepts, glossaryHrefs } from './concepts'

test('a concept is explained by the glossary’s term of its id; without a glossary by none', () => {
  const glossary = "terms:\n  - { id: kink, term: Kink, definition: 'A place where the slope jumps at once.' }\n"
  const withTerms = plantTree({ 'glossary.yaml': () => glossary })
  expect(glossaryHrefs(withTerms).get('kink')).toBe('/glossary#kink')
  expect(glossaryHrefs(withTerms).get('slope')).toBeUndefined()
  expect(glossaryHrefs(plantTree({ 'glossary.yaml': null })).size).toBe(0)
})

test('concepts are read with their links, in the order of the file', () => {
  const concepts = getConcepts(plantTree())
  expect([...concepts.keys()]).toEqual(['kink', 'slope'])
  expect(concepts.get('kink')).toMatchObject({ name: 'Kink', aliases: ['corner'], buildsOn: ['slope'], see: [] })
})
