/** What the learner's state is made of, in a file of its own: it is fetched once the page stands (load-learner-parts.ts). */
export { openBrowserJournal } from '@/lib/journal/browser-journal'
export { loadMe } from './me-api'
