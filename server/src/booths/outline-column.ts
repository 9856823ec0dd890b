/** An outline as its column holds it: only ever written from the schema's points. */
export const asOutline = (value: unknown): [number, number][] | null => value as [number, number][] | null
