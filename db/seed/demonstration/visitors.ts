/** Visitors who registered for the Hà Nội fair. Fictional: name, company, country, language. */
export const VISITORS: readonly (readonly [
  name: string,
  company: string,
  country: string,
  locale: 'vi' | 'en' | 'de',
])[] = [
  ['Nguyễn Minh Tâm', 'Siêu thị Hoa Sen', 'VN', 'vi'],
  ['Trần Thu Hà', '', 'VN', 'vi'],
  ['Phạm Đức Long', 'Công ty Quà tặng Việt', 'VN', 'vi'],
  ['Lê Thị Mỹ Duyên', '', 'VN', 'vi'],
  ['Hoàng Anh Tuấn', 'Sở Công Thương (minh họa)', 'VN', 'vi'],
  ['Vũ Ngọc Ánh', 'Nhà phân phối Bắc Nam', 'VN', 'vi'],
  ['Đỗ Quang Vinh', '', 'VN', 'vi'],
  ['Bùi Phương Thảo', 'Chuỗi cửa hàng Đặc sản', 'VN', 'vi'],
  ['Ngô Văn Kiên', '', 'VN', 'vi'],
  ['Dương Hải Yến', 'Tạp chí Làng nghề (minh họa)', 'VN', 'vi'],
  ['Kim Min-jun', 'Seoul Living Co.', 'KR', 'en'],
  ['Tanaka Haruka', 'Kyoto Crafts', 'JP', 'en'],
  ['Anna Schmidt', 'Wohnen & Leben GmbH', 'DE', 'de'],
  ['Peter Vogel', 'Teekontor Hanse GmbH', 'DE', 'de'],
  ['Claire Martin', 'Maison du Monde Rural', 'FR', 'en'],
]
