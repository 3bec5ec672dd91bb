/** Small pieces that Keras 3 has not, each written out where a model needs it. */
export const DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  gelu_tanh: ['def gelu_tanh(x):', '    return keras.activations.gelu(x, approximate=True)'],
  Swish: [
    'class Swish(layers.Layer):',
    '    """x * sigmoid(beta * x); beta = 1 is SiLU."""',
    '',
    '    def __init__(self, beta, **kwargs):',
    '        super().__init__(**kwargs)',
    '        self.beta = beta',
    '',
    '    def call(self, x):',
    '        return x * ops.sigmoid(self.beta * x)',
  ],
  LearntSwish: [
    'class LearntSwish(layers.Layer):',
    '    """x * sigmoid(beta * x) with a beta that is learnt, one for the whole layer."""',
    '',
    '    def build(self, input_shape):',
    '        self.beta = self.add_weight(shape=(1,), initializer="ones", name="beta")',
    '',
    '    def call(self, x):',
    '        return x * ops.sigmoid(self.beta * x)',
  ],
}
