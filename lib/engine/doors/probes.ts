export { Inspection } from '../network/inspection'
export { PROBE_KIT } from '../probes/probe-kit'
