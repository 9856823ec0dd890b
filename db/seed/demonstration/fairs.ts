/**
 * The two fairs of the demonstration, and one to try things on.
 *
 * Frankfurt: Tendence, 29 June to 1 July 2019 (603 exhibitors from 37 countries, about 15,000 visitors: see
 * docs/SOURCES.md); that a Vietnamese centre took thirteen establishments there is from the brief, the thirteen are
 * fictional. Hà Nội: the national fair of outstanding rural-industry products, 18 to 22 September 2019, Imperial
 * Citadel of Thăng Long, free entry (Vietnam News Agency, 2019).
 */
const blank = {
  themeDe: '',
  descriptionDe: '',
  dailyOpensAt: '09:00',
  dailyClosesAt: '18:00',
  passMark: 70,
} as const

export const FRANKFURT = {
  ...blank,
  slug: 'tendence-2019',
  kind: 'abroad',
  nameVi: 'Gian hàng chung Việt Nam tại Hội chợ Tendence 2019, Frankfurt',
  nameEn: 'Vietnamese joint stand at Tendence 2019, Frankfurt',
  nameDe: 'Vietnamesischer Gemeinschaftsstand auf der Tendence 2019, Frankfurt',
  themeVi: 'Hàng thủ công mỹ nghệ, quà tặng và đồ trang trí nội thất',
  themeEn: 'Handicrafts, gifts and home decoration',
  themeDe: 'Kunsthandwerk, Geschenke und Wohnaccessoires',
  descriptionVi:
    'Tendence là hội chợ quốc tế hàng tiêu dùng mùa hè tại Frankfurt am Main, Đức. Chương trình khuyến công quốc gia hỗ trợ cơ sở công nghiệp nông thôn tham gia gian hàng chung của Việt Nam.\n\nNhà nước hỗ trợ chi phí thuê diện tích, thiết kế và dàn dựng gian hàng. Cơ sở tự lo hàng trưng bày và chi phí đi lại.',
  descriptionEn:
    'Tendence is the international summer fair for consumer goods in Frankfurt am Main. The national industrial-promotion programme supports rural-industry establishments on the Vietnamese joint stand.',
  descriptionDe:
    'Die Tendence ist die internationale Konsumgütermesse im Sommer in Frankfurt am Main. Das staatliche Programm zur Förderung der ländlichen Industrie unterstützt Betriebe auf dem vietnamesischen Gemeinschaftsstand.',
  opensOn: '2019-06-29',
  closesOn: '2019-07-01',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  country: 'DE',
  city: 'Frankfurt am Main',
  venueName: 'Messe Frankfurt, Hall 9',
  venueAddress: 'Ludwig-Erhard-Anlage 1, 60327 Frankfurt am Main',
  sectorCodes: ['textile', 'food', 'wood', 'handicraft', 'chemicals-pharma'],
  quota: 13,
  ruleSetOn: '2019-01-15',
  registrationOpensAt: '2019-02-18T01:00:00.000Z',
  registrationClosesAt: '2019-04-05T10:00:00.000Z',
} as const

export const HANOI_2019 = {
  ...blank,
  slug: 'cnnt-tieu-bieu-2019',
  kind: 'home',
  nameVi: 'Hội chợ triển lãm hàng công nghiệp nông thôn tiêu biểu toàn quốc 2019',
  nameEn: 'National Fair of Outstanding Rural Industrial Products 2019',
  nameDe: 'Nationale Messe herausragender Erzeugnisse der ländlichen Industrie 2019',
  themeVi: 'Tôn vinh sản phẩm công nghiệp nông thôn tiêu biểu cấp quốc gia năm 2019',
  themeEn: 'Honouring the outstanding rural industrial products of 2019',
  descriptionVi:
    'Hội chợ trưng bày, giới thiệu và bán các sản phẩm công nghiệp nông thôn tiêu biểu của cả nước, gắn với lễ trao Giấy chứng nhận cấp quốc gia năm 2019.\n\nVào cửa tự do. Cơ sở công nghiệp nông thôn được hỗ trợ 100% chi phí thuê gian hàng tiêu chuẩn.',
  descriptionEn:
    'The fair shows and sells outstanding rural industrial products from all over the country, together with the award of the national certificates of 2019. Free entry.',
  descriptionDe:
    'Die Messe zeigt und verkauft herausragende Erzeugnisse der ländlichen Industrie aus dem ganzen Land. Eintritt frei.',
  opensOn: '2019-09-18',
  closesOn: '2019-09-22',
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  country: 'VN',
  city: 'Hà Nội',
  venueName: 'Hoàng thành Thăng Long',
  venueAddress: '19C Hoàng Diệu, quận Ba Đình, Hà Nội',
  sectorCodes: [
    'textile',
    'mechanical',
    'food',
    'fishery',
    'wood',
    'building-materials',
    'handicraft',
    'chemicals-pharma',
  ],
  quota: 110,
  ruleSetOn: '2019-01-15',
  registrationOpensAt: '2019-06-03T01:00:00.000Z',
  registrationClosesAt: '2019-08-30T10:00:00.000Z',
} as const

/** Fictional; its dates are set around the day the demonstration is made, so that registration is open. */
export const PRACTICE = {
  ...blank,
  slug: 'hoi-cho-thuc-hanh',
  kind: 'home',
  nameVi: 'Hội chợ hàng công nghiệp nông thôn khu vực phía Bắc (thực hành)',
  nameEn: 'Northern Rural Industry Fair (practice)',
  nameDe: 'Messe der ländlichen Industrie Nordvietnams (Übung)',
  themeVi: 'Hội chợ không có thật, để tập dùng hệ thống',
  themeEn: 'Not a real fair: for trying things out',
  descriptionVi:
    'Hội chợ này để tập: đăng ký gian hàng, nộp hồ sơ, đăng ký tham quan. Mọi dữ liệu đều là minh họa.',
  descriptionEn: 'This fair is for practice: register, apply, visit. All data are for demonstration.',
  descriptionDe: 'Diese Messe dient der Übung. Alle Daten sind Beispiele.',
  timeZone: 'Asia/Ho_Chi_Minh',
  currency: 'VND',
  country: 'VN',
  city: 'Thái Nguyên',
  venueName: 'Quảng trường Võ Nguyên Giáp',
  venueAddress: 'Thành phố Thái Nguyên',
  sectorCodes: ['textile', 'mechanical', 'food', 'wood', 'handicraft'],
  quota: 40,
} as const
