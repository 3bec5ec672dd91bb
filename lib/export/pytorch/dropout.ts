/** Dropout in the first ten steps: what was dropped in Nonlinear, so that both take the same steps. Later it is PyTorch's own. */
export const REPLAY_DROPOUT: readonly string[] = [
  'def replay_dropout(layer, masks):',
  '    """Makes a dropout layer keep what it kept in Nonlinear, for as many steps as there are masks; then it draws its own."""',
  '    remaining = iter(torch.from_numpy(masks))',
  '',
  '    def keep(module, inputs, output):',
  '        mask = next(remaining, None)',
  '        if mask is None:',
  '            return output',
  '        (x,) = inputs',
  '        if isinstance(module, nn.AlphaDropout):',
  '            limit = -1.7580993408473766  # of SELU on the left',
  '            scale = ((1 - module.p) * (1 + module.p * limit**2)) ** -0.5',
  '            return scale * (torch.where(mask, x, torch.full_like(x, limit)) - module.p * limit)',
  '        return x * mask / (1 - module.p)',
  '',
  '    layer.register_forward_hook(keep)',
]
