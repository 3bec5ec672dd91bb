/** What the panel and the outline that keeps its place must have in common. */
export const SETTINGS_GRID = 'grid grid-cols-1 gap-x-3 gap-y-4 min-[22rem]:grid-cols-2 md:grid-cols-4 md:gap-4'
export const PICTURES_GRID = 'grid items-start gap-6 md:grid-cols-2'
export const PANEL_CARD =
  'flex flex-col gap-6 rounded-card border border-line bg-surface p-4 font-sans text-base leading-normal shadow-raised sm:p-6'
/** Of the picture of a fitted curve, in pixels. */
export const FIT_HEIGHT = 300
