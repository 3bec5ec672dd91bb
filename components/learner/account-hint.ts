/**
 * Whether this browser was signed in when it last asked: no secret and no proof, only what the theme script needs to
 * show the right end of the header before anybody could be asked.
 */
const KEY = 'signed-in'

export function rememberAccount(isLearner: boolean, storage: Pick<Storage, 'setItem' | 'removeItem'>): void {
  if (isLearner) storage.setItem(KEY, 'yes')
  else storage.removeItem(KEY)
}
