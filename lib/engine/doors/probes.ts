export { PROBE_KIT } from '../probes/probe-kit'
