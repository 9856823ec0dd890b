import {
  establishmentNameKey,
  guessLegalForm,
  LEGAL_FORMS,
  stripLegalForm,
} from '@hoicho/shared/establishments/legal-form.ts'
import { describe, expect, it } from 'vitest'

it.each([
  ['Công ty TNHH MTV Gốm Chu Đậu', 'Gốm Chu Đậu', 'TNHH_1TV'],
  ['CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN CHÈ TÂN CƯƠNG', 'CHÈ TÂN CƯƠNG', 'TNHH_1TV'],
  ['Công ty TNHH Hai thành viên trở lên Mây tre Phú Vinh', 'Mây tre Phú Vinh', 'TNHH_2TV'],
  ['Công ty TNHH Dệt Nam Định', 'Dệt Nam Định', null],
  ['Công ty Cổ phần Cơ khí Sông Công', 'Cơ khí Sông Công', 'CTCP'],
  ['Công ty CP Cơ khí Sông Công', 'Cơ khí Sông Công', 'CTCP'],
  ['CTCP. Giấy Bắc Hà', 'Giấy Bắc Hà', 'CTCP'],
  ['Công ty Hợp danh An Bình', 'An Bình', 'HOP_DANH'],
  ['DNTN Thảo Nguyên', 'Thảo Nguyên', 'DNTN'],
  ['Doanh nghiệp tư nhân Thảo Nguyên', 'Thảo Nguyên', 'DNTN'],
  ['HTX Thổ cẩm Mai Châu', 'Thổ cẩm Mai Châu', 'HTX'],
  ['Liên hiệp HTX Rau Mộc Châu', 'Rau Mộc Châu', 'LH_HTX'],
  ['Tổ hợp tác Miến dong Bình Lư', 'Miến dong Bình Lư', 'TO_HOP_TAC'],
  ['Hộ kinh doanh Nguyễn Thị Lan', 'Nguyễn Thị Lan', 'HO_KD'],
  ['Làng nghề Bát Tràng', 'Làng nghề Bát Tràng', null],
  ['HTX', 'HTX', 'HTX'],
  ['HTXYZ Gốm', 'HTXYZ Gốm', null],
])('%s is %s, form %s', (name, core, form) => {
  expect(stripLegalForm(name)).toBe(core)
  expect(guessLegalForm(name)).toBe(form)
  if (form !== null) expect(LEGAL_FORMS).toContain(form)
})

describe('establishmentNameKey', () => {
  it('is the same for two spellings of one establishment', () => {
    const key = establishmentNameKey('Công ty TNHH MTV Gốm, sứ Chu-Đậu')
    expect(key).toBe('gom su chu dau')
    expect(establishmentNameKey('CTY TNHH 1TV GỐM SỨ CHU ĐẬU')).toBe(key)
    expect(establishmentNameKey('Gốm sứ Chu Đậu'.normalize('NFD'))).toBe(key)
  })
})
