/** Whether a path is a place or stands below it. */
export const isInside = (path: string, place: string) => path === place || path.startsWith(`${place}/`)
