/** The part of a page's trainer that is fetched for data made by our own code. */
export { buildDataset, drawnTenClasses } from '@/lib/engine/doors/made-data'
export { pointViews } from './point-views'
