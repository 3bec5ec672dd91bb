/** The product's three jobs and the learner's own page, in the order in which they are met. */
export const SITE_LINKS = [
  { href: '/courses/deep-learning-fundamentals', label: 'Course' },
  { href: '/review', label: 'Flashcards' },
  { href: '/challenges', label: 'Challenges' },
  { href: '/dashboard', label: 'Dashboard' },
] as const
