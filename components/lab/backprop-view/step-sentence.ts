/** A step in words, for the ear and under the equation: what was done, with which numbers, and what came out. */
import { activations } from '@/lib/engine'
import { type NetworkPlan, nameOf } from './network-plan'
import { printNumber as print } from './step-equation'
import type { StepFact } from './tape-run'

export function sentenceOf(fact: StepFact, plan: NetworkPlan): string {
  const words = (id: string) => nameOf(plan, id).words
  switch (fact.kind) {
    case 'start':
      return 'Inputs, weights and biases are given. Nothing is computed yet: take a step, or draw the slider along.'
    case 'term': {
      const { unit, index, weight, input, before, product, after } = fact
      const { weight: weightId = '', source = '' } = unit.terms[index] ?? {}
      const share = `${capital(words(weightId))}, ${print(weight)}, times ${words(source)}, ${print(input)}, is ${print(product)}.`
      return before === null
        ? `${share} ${capital(words(unit.z))} begins with it.`
        : `${share} Added to ${print(before)}, ${words(unit.z)} is ${print(after)} so far.`
    }
    case 'bias':
      return `${capital(words(fact.unit.bias))}, ${print(fact.bias)}, is added last: ${words(fact.unit.z)} is ${print(fact.after)}.`
    case 'activation':
      return fact.unit.activation === 'linear'
        ? `No activation: ${words(fact.unit.a)} is its sum, ${print(fact.a)}.`
        : `${activations[fact.unit.activation].title} of ${print(fact.z)} is ${print(fact.a)}: that is ${words(fact.unit.a)}.`
    case 'loss':
      return `The output is ${print(fact.output)} and the target ${print(fact.target)}: the loss is ${print(fact.loss)}.`
    case 'seed':
      return 'Now backward. The loss changes with itself one to one: the chain starts with a gradient of 1.'
    case 'loss-back':
      return `The slope of the loss at this output is ${print(fact.slope)}: the gradient at the output is ${print(fact.gradient)}.`
    case 'activation-back':
      return `The gradient ${print(fact.upstream)} times the slope of ${activations[fact.unit.activation].title} at ${print(fact.z)}, ${print(fact.slope)}: at ${words(fact.unit.z)} the gradient is ${print(fact.gradient)}.`
    case 'bias-back':
      return `A sum hands its gradient on unchanged: for ${words(fact.unit.bias)} it is ${print(fact.gradient)}.`
    case 'weight-back': {
      const { weight = '', source = '' } = fact.unit.terms[fact.index] ?? {}
      return `The gradient at ${words(fact.unit.z)}, ${print(fact.delta)}, times ${words(source)}, ${print(fact.input)}: for ${words(weight)} the gradient is ${print(fact.gradient)}.`
    }
    case 'input-back': {
      const { weight = '', source = '' } = fact.unit.terms[fact.index] ?? {}
      const share = `The gradient at ${words(fact.unit.z)}, ${print(fact.delta)}, times ${words(weight)}, ${print(fact.weight)}, is ${print(fact.share)}.`
      return fact.before === null
        ? `${share} ${capital(words(source))} is handed that back.`
        : `${share} Added to ${print(fact.before)}, ${words(source)} has been handed back ${print(fact.after)}.`
    }
    case 'update':
      return `${capital(words(fact.parameter))} goes from ${print(fact.old)} against its gradient ${print(fact.gradient)}, times the learning rate ${print(fact.rate)}: it becomes ${print(fact.updated)}.`
    case 'loss-after': {
      const { before, after } = fact
      const way = after < before ? 'has fallen' : after > before ? 'has risen: the step was too long' : 'is the same'
      return `With the new weights the loss is ${print(after)}. It was ${print(before)}: it ${way}.`
    }
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
