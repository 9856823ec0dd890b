import { newPassword, passwordFault } from '@hoicho/shared/identity/password.ts'
import { describe, expect, it } from 'vitest'

describe('a new password', () => {
  it('has ten characters or more, each Vietnamese letter counted once', () => {
    expect(newPassword().safeParse('ngắn quá').success).toBe(false)
    expect(newPassword().safeParse('ấấấấấấấấấấ'.normalize('NFD')).data).toBe('ấấấấấấấấấấ')
    expect(newPassword().safeParse('ấấấấấ'.normalize('NFD')).success).toBe(false)
  })

  it.each([
    ['1234567890', 'password-common'],
    ['Password123', 'password-common'],
    ['Mật khẩu 123', 'password-common'],
    ['anh yêu em 123', 'password-common'],
    ['Nguyen.an@congty.vn', 'password-like-email'],
    ['nguyen.an2019', 'password-like-email'],
    ['aaaaaaaaaaab', 'password-too-simple'],
    ['gốm Bát Tràng men lam', undefined],
    ['Mat khau cua toi 1', undefined],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, 'nguyen.an@congty.vn')).toBe(fault)
  })
})
