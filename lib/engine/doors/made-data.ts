export { buildDataset } from '../data/build-dataset'
export { drawnTenClasses } from '../data/drawn-ten'
