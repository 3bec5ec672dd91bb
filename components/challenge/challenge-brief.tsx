import { costOf, describeShapes, type LayerSpec } from '@/lib/engine'
import { challengeSpec, DEFAULT_SETTINGS } from './challenge-plan'

/** What is asked, of which network, and how it will be judged. */
export function ChallengeBrief() {
  return (
    <div className="grid gap-10 lg:grid-cols-[1.2fr_1fr]">
      <div className="prose [&>h2:first-child]:mt-0">
        <h2>The brief</h2>
        <p>
          A team ships a small image network with ReLU. Somebody read that Swish and GELU are smoother and asks for the
          swap. Is it worth it? Answer with evidence you could defend in front of both of them.
        </p>
        <ol>
          <li>Choose a recipe before you look at results: images, epochs, optimizer, seeds.</li>
          <li>Train all three under that one recipe. Only the activation changes.</li>
          <li>Read the curves, the accuracies with their uncertainty, and what each activation costs in time.</li>
          <li>
            Is the interval wider than the difference you care about? Say first how many more seeds you will run, run
            them all, report them all, then decide.
          </li>
        </ol>
        <p>
          “No clear difference, so keep the cheaper one” is a full answer when the numbers say so. A winner announced on
          one seed is not.
        </p>
        <h2>How it will be judged</h2>
        <p>
          Grading is not open yet. When it opens, the server trains your recipe again from your seed and compares the
          final weights bit for bit, so a drawn curve will not pass. Until then this page stores each run with its
          recipe, seed and weight hash: what you collect now is evidence then.
        </p>
      </div>
      <NetworkTable />
    </div>
  )
}

const TITLES: Partial<Record<LayerSpec['layer'], string>> = {
  conv2d: 'Convolution 3 × 3',
  activation: 'Activation under test',
  'max-pool2d': 'Max-pool 2 × 2',
  flatten: 'Flatten',
  linear: 'Dense, logits',
}

/** The network as the engine sees it: shapes and counts are computed, not typed. */
function NetworkTable() {
  const spec = challengeSpec('relu', DEFAULT_SETTINGS, 0)
  const { parameters, multiplyAddsPerExample } = costOf(spec)
  return (
    <div className="self-start rounded-card border border-line bg-surface p-5">
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <caption className="mb-3 text-left font-semibold text-base">The network</caption>
        <thead>
          <tr className="[&>th]:border-line-strong [&>th]:border-b [&>th]:pb-1.5 [&>th]:font-medium">
            <th scope="col">Layer</th>
            <th scope="col" className="text-right">
              Output
            </th>
          </tr>
        </thead>
        <tbody>
          {describeShapes(spec).map(({ layer, outputShape }) => {
            const kind = spec.model[layer]?.layer
            return (
              <tr key={layer} className="[&>td]:border-line [&>td]:border-b [&>td]:py-1.5">
                <td className={kind === 'activation' ? 'font-medium text-accent' : undefined}>
                  {kind ? TITLES[kind] : ''}
                </td>
                <td className="text-right text-muted">{outputShape.join(' × ')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="mt-3 text-muted text-sm">
        {parameters.toLocaleString('en')} parameters, {(multiplyAddsPerExample / 1e6).toFixed(2)} million multiply-adds
        an image, forward and backward. Softmax cross-entropy, batches of {spec.batch}, He initialisation, inputs
        standardised per channel.
      </p>
    </div>
  )
}
