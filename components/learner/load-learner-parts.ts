/**
 * The journal, and the question who is signed in. A page is read without either, so no page waits for their script.
 * Rejects where it cannot be fetched, and asks again the next time.
 */
export const loadLearnerParts = () => import('./learner-parts')
