import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { locale } from '../platform/i18n.ts'

/** A fair's name in the language of this screen. */
export const fairName = (fair: Parameters<typeof fairNameIn>[0]): string => fairNameIn(fair, locale.value)
