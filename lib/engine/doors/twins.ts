export { TWINS_BACKEND } from '../twins/twin-executor'
