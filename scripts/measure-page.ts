import { measureFigures, textOf } from './page-training/figures'

console.log(textOf(await measureFigures()))
