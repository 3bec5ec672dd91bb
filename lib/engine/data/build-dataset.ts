import { DatasetError } from '../errors'
import type { DataSpec } from '../spec/data-spec'
import type { Cifar10 } from './cifar10'
import type { Dataset } from './dataset'
import { drawnTenClasses } from './drawn-ten'
import { buildImages } from './images'
import { buildFunction, buildPlanar } from './made/generated'
import { buildPoints, buildTable } from './own/build-own-data'

/**
 * Makes the data that a spec names. CIFAR-10's bytes come from the caller, as `source.cifar10`.
 * @throws DatasetError where they are missing or too few.
 */
export function buildDataset(spec: DataSpec, source: { cifar10?: Cifar10 } = {}): Dataset {
  switch (spec.kind) {
    case 'cifar10':
      if (source.cifar10 === undefined) {
        throw new DatasetError(
          'The spec asks for CIFAR-10 but its files were not given; pass them, or use data of kind drawn-ten.',
        )
      }
      return buildImages(spec, source.cifar10)
    case 'drawn-ten':
      return buildImages(spec, drawnTenClasses(spec))
    case 'function':
      return buildFunction(spec)
    case 'points':
      return buildPoints(spec)
    case 'table':
      return buildTable(spec)
    default:
      return buildPlanar(spec)
  }
}
