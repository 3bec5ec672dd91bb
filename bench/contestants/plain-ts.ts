import { plainCnn } from './plain-typescript/cnn'
import { plainMlp } from './plain-typescript/mlp'
import { serve } from './serve'

await serve((start) => (start.setup.inputShape.length === 3 ? plainCnn(start) : plainMlp(start)))
