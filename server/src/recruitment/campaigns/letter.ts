import {
  ND30_SIGNING_MODES,
  nd30NumberLine,
  nd30PlaceDate,
  nd30Symbol,
} from '@hoicho/shared/documents/nd30.ts'
import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import {
  formatDate,
  formatDateRange,
  formatInstant,
  localDate,
  yearOf,
} from '@hoicho/shared/platform/dates.ts'
import { fillLetter, type LetterField } from '@hoicho/shared/recruitment/letter.ts'
import { nextNumber } from '../../documents/next-number.ts'
import { renderPdf } from '../../documents/render-pdf.ts'
import type { MailRequest } from '../../mail/queue-mail.ts'
import type { Ctx, Db, Tx } from '../../platform/context.ts'
import { translator } from '../../platform/i18n.ts'
import type { FairForRecruitment } from '../queries.ts'
import { type Addressee, type CampaignRow, letterOf, organizerForLetters } from './queries.ts'

/** Papers of an organizer are dated on the clock of its seat. */
const ZONE = 'Asia/Ho_Chi_Minh'

/** All a campaign's letters are written from; read once for a batch. */
export type Writing = Awaited<ReturnType<typeof openWriting>>

export async function openWriting(
  db: Db | Tx,
  fair: FairForRecruitment,
  campaign: Pick<CampaignRow, 'letter' | 'letterNumber' | 'letterOn'>,
) {
  const letter = letterOf(campaign)
  return {
    fair,
    letter,
    organizer: await organizerForLetters(db, fair.organizerId),
    number: campaign.letterNumber,
    on: campaign.letterOn,
    words: await translator(letter.locale, 'campaigns-desk'),
  }
}

/** The number of the letter from the organizer's register, and its day: one for all recipients of a campaign. */
export async function registerLetter(tx: Tx, ctx: Ctx, organizerId: string) {
  const letterOn = localDate(ctx.now(), ZONE)
  const { documentSymbol, shortName } = await organizerForLetters(tx, organizerId)
  const number = await nextNumber(tx, organizerId, 'letter', yearOf(letterOn))
  const unit = shortName === documentSymbol ? '' : shortName.replaceAll(/\s+/g, '')
  return { letterNumber: nd30Symbol(number, 'letter', documentSymbol, unit), letterOn }
}

type Reader = Pick<Addressee, 'name' | 'representativeName'>

function values({ fair, letter, organizer, words }: Writing, reader: Reader): Record<LetterField, string> {
  const { locale } = letter
  return {
    co_so: reader.name,
    nguoi_dai_dien: reader.representativeName ?? words('letter.representative'),
    hoi_cho: fairNameIn(fair, locale),
    thoi_gian: formatDateRange(fair.opensOn, fair.closesOn, locale),
    dia_diem: [fair.venueName, fair.city].filter(Boolean).join(', '),
    han_nop: formatInstant(fair.registrationClosesAt, locale, fair.timeZone),
    don_vi: organizerName(organizer, locale),
    lien_he: [organizer.phone, organizer.email].filter(Boolean).join(', '),
  }
}

const organizerName = (organizer: { nameVi: string; nameEn: string }, locale: string) =>
  locale === 'vi' ? organizer.nameVi : organizer.nameEn || organizer.nameVi

/** The official letter to one reader as PDF bytes. Before the campaign is started its number and day are dots. */
export async function letterPdf(writing: Writing, reader: Reader): Promise<Uint8Array> {
  return await renderPdf('campaign-letter', letterData(writing, reader))
}

export function letterData(writing: Writing, reader: Reader) {
  const { letter, organizer, number, words } = writing
  const fill = (text: string) => fillLetter(text, values(writing, reader))
  const numberLine = nd30NumberLine(number ?? `…/${organizer.documentSymbol}`)
  const isVietnamese = letter.locale === 'vi'
  return {
    locale: letter.locale,
    title: fill(letter.about),
    head: {
      parent: isVietnamese ? organizer.parentNameVi : '',
      agency: organizerName(organizer, letter.locale),
      numberLine: isVietnamese ? numberLine : words('letter.number', { number: number ?? '…' }),
      placeDate: placeDate(organizer.placeVi, writing),
    },
    about: words('letter.about', { about: fill(letter.about) }),
    to: words('letter.to', { name: reader.name }),
    paragraphs: `${fill(letter.body)}${isVietnamese ? './.' : ''}`
      .replace(/[.\s]+\.\/\.$/, './.')
      .split(/\n+/)
      .filter(line => line.trim() !== ''),
    signature: {
      mode: ND30_SIGNING_MODES[letter.signingMode],
      authority: letter.signingFor,
      position: letter.signerPosition,
      name: letter.signerName,
      recipients: copyLines(letter.copies),
    },
    recipientsWord: words('letter.copies'),
  }
}

function placeDate(place: string, { on, letter, words }: Writing): string {
  if (on === null) return words('letter.undated', { place })
  return letter.locale === 'vi' ? nd30PlaceDate(place, on) : `${place}, ${formatDate(on, 'en')}`
}

const copyLines = (copies: readonly string[]) =>
  copies.map((copy, nth) => `- ${copy}${nth < copies.length - 1 ? ';' : '.'}`)

/** The mail the letter is attached to. Without a link of its own (a preview, a trial) the link is left open. */
export function letterMail(
  { fair, letter, organizer, ...rest }: Writing,
  reader: Reader,
  link: string,
): Pick<MailRequest, 'template' | 'locale' | 'params'> {
  const writing = { fair, letter, organizer, ...rest }
  const fill = (text: string) => fillLetter(text, values(writing, reader))
  return {
    template: 'campaign-letter',
    locale: letter.locale,
    params: {
      subject: fill(letter.mailSubject),
      text: fill(letter.mailText),
      link,
      stop: `${link}?stop=1`,
      organizer: organizerName(organizer, letter.locale),
    },
  }
}

/** A file name that says what it is: `cong-van-12-TTKC.pdf`. */
export const letterFileName = (number: string | null): string =>
  `thu-moi${number ? `-${number.replaceAll(/[^\p{L}\d]+/gu, '-')}` : ''}.pdf`
