import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { formatDateRange, formatInstant } from '@hoicho/shared/platform/dates.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import type { FairForRecruitment } from './queries.ts'

/** What fills the letter that invites an establishment: the same for the preview and for the mail. */
export function letterParams(
  fair: FairForRecruitment,
  establishmentName: string,
  locale: Locale,
  link: string,
): Record<string, string> {
  return {
    establishment: establishmentName,
    fair: fairNameIn(fair, locale),
    organizer: locale === 'vi' ? fair.organizerNameVi : fair.organizerNameEn || fair.organizerNameVi,
    days: formatDateRange(fair.opensOn, fair.closesOn, locale),
    place: [fair.venueName, fair.city].filter(Boolean).join(', '),
    closesAt: formatInstant(fair.registrationClosesAt, locale, fair.timeZone),
    contact: [fair.organizerPhone, fair.organizerEmail].filter(Boolean).join(', '),
    link,
  }
}
