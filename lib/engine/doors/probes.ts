export { PROBE_KIT, type ProbeKit } from '../probes/probe-kit'
