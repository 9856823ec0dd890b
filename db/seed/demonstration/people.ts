/** The organizers' people of the demonstration. All fictional; one password for all, printed at the start. */
export const DEMO_PASSWORD = 'hoicho-demo-2019'

export type DemoPerson = {
  key: string
  name: string
  email: string
  role: 'manager' | 'officer' | 'finance' | 'reviewer' | 'gate'
}

export const PLATFORM_ADMIN = { name: 'Quản trị hệ thống', email: 'quantri@hoicho.example' }

export const STAFF: readonly DemoPerson[] = [
  { key: 'manager', name: 'Nguyễn Thị Hồng Hạnh', email: 'giamdoc@hoicho.example', role: 'manager' },
  { key: 'officer', name: 'Trần Quốc Bảo', email: 'chuyenvien@hoicho.example', role: 'officer' },
  { key: 'officer2', name: 'Lê Thu Giang', email: 'chuyenvien2@hoicho.example', role: 'officer' },
  { key: 'finance', name: 'Phạm Minh Đức', email: 'ketoan@hoicho.example', role: 'finance' },
  { key: 'reviewer1', name: 'Vũ Đình Khôi', email: 'thanhvien1@hoicho.example', role: 'reviewer' },
  { key: 'reviewer2', name: 'Đặng Thị Ngọc', email: 'thanhvien2@hoicho.example', role: 'reviewer' },
  { key: 'reviewer3', name: 'Hoàng Văn Ước', email: 'thanhvien3@hoicho.example', role: 'reviewer' },
  { key: 'gate', name: 'Bùi Thị Cổng', email: 'soatve@hoicho.example', role: 'gate' },
]

export const ORGANIZER = {
  slug: 'ttkc-bac',
  nameVi: 'Trung tâm Khuyến công miền Bắc (minh họa)',
  nameEn: 'Northern Industrial Promotion Centre (demonstration)',
  parentNameVi: 'Cục Công Thương địa phương',
  shortName: 'TTKC Bắc',
  documentSymbol: 'TTKCB',
  placeVi: 'Hà Nội',
  address: '12 phố Minh Họa, quận Ba Đình, Hà Nội',
  phone: '+842438001234',
  email: 'vanthu@hoicho.example',
  taxCode: '9900000425',
  representativeName: 'Nguyễn Thị Hồng Hạnh',
  representativePosition: 'Giám đốc',
  bankBin: '970436',
  bankAccount: '1234567890',
  bankHolder: 'TRUNG TAM KHUYEN CONG MIEN BAC',
  requiresSecondFactor: false,
} as const

/** A second centre, so that it can be seen that nobody sees the other's work. */
export const OTHER_ORGANIZER = {
  ...ORGANIZER,
  slug: 'ttkc-nam',
  nameVi: 'Trung tâm Khuyến công miền Nam (minh họa)',
  nameEn: 'Southern Industrial Promotion Centre (demonstration)',
  shortName: 'TTKC Nam',
  documentSymbol: 'TTKCN',
  placeVi: 'Thành phố Hồ Chí Minh',
  address: '34 phố Minh Họa, Quận 1, Thành phố Hồ Chí Minh',
  email: 'vanthu-nam@hoicho.example',
  taxCode: '9900000432',
  representativeName: 'Võ Văn Nam',
} as const
