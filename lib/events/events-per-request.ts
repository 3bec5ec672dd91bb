/** At most this many events a request (`POST /api/me/events`). */
export const EVENTS_PER_REQUEST = 500
