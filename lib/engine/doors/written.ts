export { parseActivation } from '../expressions/written-activation'
