export { openRun } from '../training/opening'
