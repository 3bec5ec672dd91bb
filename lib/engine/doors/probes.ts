export { Inspection } from '../network/inspection'
export { PROBE_KIT, type ProbeKit } from '../probes/probe-kit'
