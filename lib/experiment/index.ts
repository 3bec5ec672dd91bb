/** Reading experiments from outside. Browser code that only checks claims imports `./check-claims`, which needs no zod. */
export { type ClaimRun, type ClaimVerdict, checkClaims } from './check-claims'
export {
  CLAIM_METRICS,
  type Claim,
  type ClaimMetric,
  type ClaimSource,
  comparedExperiments,
  stepsOfClaims,
} from './claim'
export { claimSchema } from './claim-schema'
export {
  type ExperimentFile,
  ExperimentFileError,
  experimentFileSchema,
  type FileProblem,
  parseExperiment,
  parseExperimentFile,
  problemsOf,
} from './experiment-file'
export { experimentSchema } from './spec-schema'
