/**
 * Every address that the shell of the site links to, in the order in which it is read. A page that is
 * missing here can only be found by chance; one that is listed and does not exist fails a test
 * (scripts/site-links.test.ts).
 */
export interface SiteLink {
  href: string
  label: string
}

/** The header's: what there is, how to use it, who made it. */
export const MAIN_LINKS: readonly SiteLink[] = [
  { href: '/explore', label: 'Explore' },
  { href: '/ways-to-learn', label: 'Ways to learn' },
  { href: '/mind-map', label: 'Mind map' },
  { href: '/about', label: 'About' },
]

/** The learner's own: one click away from everywhere. */
export const STUDY_LINKS = {
  review: { href: '/review', label: 'Flashcards' },
  dashboard: { href: '/dashboard', label: 'Dashboard' },
} as const satisfies Record<string, SiteLink>

/** For guests: whoever was signed in here last is not shown them. */
export const GUEST_LINKS = {
  signIn: { href: '/sign-in', label: 'Sign in' },
  signUp: { href: '/sign-up', label: 'Sign up free' },
} as const satisfies Record<string, SiteLink>

/** The footer's: all pages there are, grouped by what one comes for. */
export const FOOTER_GROUPS: readonly { title: string; links: readonly SiteLink[] }[] = [
  {
    title: 'Study',
    links: [
      { href: '/explore', label: 'Explore' },
      { href: '/courses/deep-learning-fundamentals', label: 'The course' },
      { href: '/mind-map', label: 'Mind map' },
      { href: '/glossary', label: 'Glossary' },
      { href: '/formulas', label: 'Formula sheet' },
      { href: '/timeline', label: 'Timeline' },
      { href: '/search', label: 'Search' },
    ],
  },
  {
    title: 'Practise and prove',
    links: [
      STUDY_LINKS.review,
      { href: '/lab', label: 'Workbench' },
      { href: '/challenges', label: 'Challenges' },
      STUDY_LINKS.dashboard,
      { href: '/ways-to-learn', label: 'Ways to learn' },
      GUEST_LINKS.signIn,
      GUEST_LINKS.signUp,
    ],
  },
  {
    title: 'Nonlinear',
    links: [
      { href: '/about', label: 'About' },
      { href: '/about/mission', label: 'Mission' },
      { href: '/about/team', label: 'Team' },
      { href: '/about/careers', label: 'Careers' },
      { href: '/blog', label: 'Blog' },
    ],
  },
  {
    title: 'Help',
    links: [
      { href: '/help', label: 'Questions and answers' },
      { href: '/help/guidelines', label: 'Guidelines' },
      { href: '/help/contributing', label: 'Contributing' },
      { href: '/help/contact', label: 'Contact' },
    ],
  },
  {
    title: 'Legal',
    links: [
      { href: '/legal/terms', label: 'Terms' },
      { href: '/legal/privacy', label: 'Privacy' },
      { href: '/legal/cookies', label: 'Cookies' },
      { href: '/legal/content', label: 'Content policy' },
    ],
  },
]

/** What a link's place in a list needs, so that it goes where it has no use. */
export function listItemClass({ href }: SiteLink): string | undefined {
  return Object.values(GUEST_LINKS).some((link) => link.href === href) ? 'signed-in-before:hidden' : undefined
}
