/** The challenges there are, as other pages list and link them. What a challenge asks is its own page. */
export const CHALLENGES = [
  {
    /** As in a run's `itemId`. */
    id: 'cifar-activation-swap',
    title: 'Swap the activation',
    summary:
      'ReLU, Swish and GELU in a small network on real CIFAR-10 images. Compare curves, accuracy and time, and decide whether the swap pays.',
    href: '/challenges/cifar-activation-swap',
    level: 'intermediate',
    minutes: 30,
    tags: ['activation functions', 'images', 'evaluation'],
  },
] as const
