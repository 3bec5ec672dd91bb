export { BATCH_NORM_KIT } from '../network/batch-norm-kit'
