import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { formatDateRange, formatInstant } from '@hoicho/shared/platform/dates.ts'
import { qrSvg } from '../documents/qr-svg.ts'
import { renderPdf } from '../documents/render-pdf.ts'
import { sectorCodesOf, sectorsByCode } from '../fairs/queries.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { organizerForLetters } from './campaigns/queries.ts'
import { demandLettersMayGo } from './open-call.ts'
import { callAddress } from './public-call-code.ts'
import { type FairForRecruitment, fairByIdOrSlug } from './queries.ts'

type Language = 'vi' | 'en'

/**
 * The public call as a poster for a notice board, one page of A4 or A3: what, when, where, who, until when, and a QR code
 * to the page where anybody can apply. What the fair does not say in English stands in Vietnamese.
 * Refused when nobody could apply by it: recruitment.fair-not-published, recruitment.closed.
 */
export async function callPoster(
  ctx: Ctx,
  fairId: string,
  paper: 'a4' | 'a3',
  locale: Language,
): Promise<{ bytes: Uint8Array; name: string }> {
  await mayRead(ctx, 'recruitment.list-invitations', { fair: fairId })
  const fair = found(await fairByIdOrSlug(ctx.app.db, fairId))
  demandLettersMayGo(ctx, fair)
  const bytes = await renderPdf('call-poster', { ...(await posterData(ctx, fair, locale)), paper })
  return { bytes, name: `${locale === 'vi' ? 'ap-phich' : 'poster'}-${fair.slug}-${paper}.pdf` }
}

async function posterData(ctx: Ctx, fair: FairForRecruitment, locale: Language) {
  const { db } = ctx.app
  const t = await translator(locale, 'campaigns-desk')
  const organizer = await organizerForLetters(db, fair.organizerId)
  const sectors = await sectorsByCode(db, await sectorCodesOf(db, fair.id))
  const sectorNames = sectors.map(sector => inLanguage(locale, sector.nameVi, sector.nameEn)).join('; ')
  const link = callAddress(ctx, fair.slug)
  return {
    locale,
    title: fairNameIn(fair, locale),
    theme: inLanguage(locale, fair.themeVi, fair.themeEn),
    organizer: inLanguage(locale, organizer.nameVi, organizer.nameEn),
    call: t('poster.call'),
    facts: [
      { label: t('poster.when'), text: formatDateRange(fair.opensOn, fair.closesOn, locale), strong: true },
      { label: t('poster.where'), text: placeOf(fair), strong: false },
      { label: t('poster.who'), text: t('poster.who.text'), strong: false },
      { label: t('poster.sectors'), text: sectorNames, strong: false },
      {
        label: t('poster.until'),
        text: formatInstant(fair.registrationClosesAt, locale, fair.timeZone),
        strong: true,
      },
    ],
    scan: t('poster.scan'),
    orType: t('poster.type'),
    linkParts: link.replace(/^https?:\/\//, '').split(/(?<=[/.-])/),
    contactWord: t('poster.contact'),
    contact: [organizer.phone, organizer.email, organizer.address].filter(line => line !== ''),
    qr: qrSvg(link),
  }
}

const inLanguage = (locale: Language, vi: string, en: string) => (locale === 'en' && en) || vi

const placeOf = (fair: FairForRecruitment) =>
  [fair.venueName, fair.venueAddress, fair.city].filter(part => part !== '').join(', ')
