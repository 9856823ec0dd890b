/** The largest file taken from people, in bytes: 10 MB, as screens and refusals say it. */
export const MAX_FILE_BYTES = 10_000_000

/** A photo is made smaller on the phone before it is sent, so a bigger one may be chosen there. */
export const MAX_PHOTO_BYTES = 40_000_000
