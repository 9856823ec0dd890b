/** Deals of the Frankfurt fair, by establishment. Partners are fictional. Values in whole units of the currency. */
export type DemoDeal = {
  establishment: string
  kind: 'lead' | 'direct-sale' | 'contract' | 'memorandum' | 'agency' | 'joint-venture'
  partner: string
  country: string
  value: number | null
  currency: 'EUR' | 'USD' | null
  signedOn: string
  product: string
  verified: boolean
}

type Row = [
  establishment: string,
  kind: DemoDeal['kind'],
  partner: string,
  country: string,
  value: number | null,
  currency: DemoDeal['currency'],
  signedOn: string,
  product: string,
  verified?: boolean,
]

const ROWS: Row[] = [
  [
    'lua-van-an',
    'contract',
    'Seidenhaus Rheingold GmbH',
    'DE',
    18_400,
    'EUR',
    '2019-06-30',
    'Khăn lụa tơ tằm',
  ],
  ['lua-van-an', 'lead', 'Maison Tissu Lyon', 'FR', null, null, '2019-06-29', 'Vải lụa vân'],
  [
    'son-mai-ha-son',
    'contract',
    'Nordlicht Wohnen GmbH',
    'DE',
    42_000,
    'EUR',
    '2019-06-30',
    'Bát, khay sơn mài',
  ],
  [
    'son-mai-ha-son',
    'memorandum',
    'Casa Alpina AG',
    'CH',
    25_000,
    'EUR',
    '2019-07-01',
    'Bình sơn mài cốt tre',
  ],
  [
    'gom-song-hong',
    'contract',
    'Tafelfein Handels GmbH',
    'DE',
    63_500,
    'EUR',
    '2019-06-29',
    'Bộ ấm chén men lam',
  ],
  ['gom-song-hong', 'agency', 'Keramiek & Co B.V.', 'NL', null, null, '2019-07-01', 'Gốm men rạn'],
  ['gom-song-hong', 'direct-sale', 'Khách lẻ tại gian hàng', 'DE', 1_150, 'EUR', '2019-07-01', 'Hàng mẫu'],
  [
    'may-tre-phu-nghia',
    'contract',
    'Grönland Interiör AB',
    'SE',
    38_200,
    'USD',
    '2019-06-30',
    'Đèn treo đan tre',
  ],
  ['may-tre-phu-nghia', 'memorandum', 'Bambusgarten KG', 'DE', 20_000, 'EUR', '2019-07-01', 'Giỏ mây'],
  ['go-dong-quang', 'memorandum', 'Möbelwerkstatt Taunus', 'DE', 30_000, 'EUR', '2019-07-01', 'Kệ trang trí'],
  ['gom-phu-lang', 'lead', 'Atelier Terre Brune', 'FR', null, null, '2019-06-30', 'Gốm da lươn'],
  ['gom-phu-lang', 'direct-sale', 'Khách lẻ tại gian hàng', 'DE', 640, 'EUR', '2019-07-01', 'Hàng mẫu'],
  ['cham-khac-la-xuyen', 'lead', 'Galerie am Römer', 'DE', null, null, '2019-06-29', 'Tượng gỗ'],
  [
    'bac-dong-thai',
    'contract',
    'Silbermond Schmuck GmbH',
    'DE',
    27_800,
    'EUR',
    '2019-06-30',
    'Trang sức bạc',
  ],
  ['theu-van-lam', 'contract', 'Leinen & Licht OHG', 'DE', 15_900, 'EUR', '2019-06-30', 'Khăn trải bàn thêu'],
  ['theu-van-lam', 'memorandum', 'Tessuti Bianchi S.r.l.', 'IT', 12_000, 'EUR', '2019-07-01', 'Khăn thêu'],
  ['coi-kim-son', 'contract', 'Korbmacher Import GmbH', 'DE', 71_300, 'USD', '2019-06-29', 'Giỏ cói có nắp'],
  [
    'coi-kim-son',
    'joint-venture',
    'Seegras Manufaktur GmbH',
    'DE',
    150_000,
    'EUR',
    '2019-07-01',
    'Xưởng đan cói',
  ],
  ['lanh-cao-nguyen', 'contract', 'Fair Fabrics eG', 'DE', 9_600, 'EUR', '2019-06-30', 'Túi lanh'],
  ['lanh-cao-nguyen', 'agency', 'Commerce Équitable Sarl', 'FR', null, null, '2019-07-01', 'Vải lanh chàm'],
  [
    'tho-cam-mai-chau',
    'direct-sale',
    'Khách lẻ tại gian hàng',
    'DE',
    420,
    'EUR',
    '2019-07-01',
    'Gối thổ cẩm',
  ],
  ['che-tan-thai', 'contract', 'Teekontor Hanse GmbH', 'DE', 22_500, 'EUR', '2019-06-30', 'Chè hộp quà'],
  ['che-tan-thai', 'lead', 'Herbata Polska Sp. z o.o.', 'PL', null, null, '2019-07-01', 'Chè xanh', false],
  ['coi-kim-son', 'memorandum', 'Home Harvest LLC', 'US', 40_000, 'USD', '2019-07-01', 'Thảm cói', false],
]

export const DEALS: readonly DemoDeal[] = ROWS.map(
  ([establishment, kind, partner, country, value, currency, signedOn, product, verified = true]) => ({
    establishment,
    kind,
    partner,
    country,
    value,
    currency,
    signedOn,
    product,
    verified,
  }),
)
