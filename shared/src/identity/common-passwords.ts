/**
 * Passwords too many people choose, Vietnamese and English, already folded as `foldPassword` folds. Ten characters or
 * more, or a stem that is stretched to ten with digits. Gathered from what published leaks agree on.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  1234567890 0123456789 0987654321 1234567891 12345678910 123456789a 123456789q 123456789z 12345678901 123456789123
  1122334455 1111111111 0000000000 1231231234 1212121212 1020304050 9876543210 1q2w3e4r5t 1qaz2wsx3e 1qaz2wsx3edc
  1qazxsw23e q1w2e3r4t5 qwertyuiop qwerty1234 qwerty12345 qwerty123456 asdfghjkl1 asdfghjkl123 zxcvbnm123 zxcvbnm1234
  abcdefghij abcd123456 abcde12345 abc1234567 abc123456789 aa12345678 aa123456789 a123456789 a1234567890 qwe123456789
  password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123 p@ssw0rd1234 mypassword
  letmein123 letmein1234 welcome123 welcome1234 iloveyou12 iloveyou123 iloveyou1234 administrator admin12345 admin123456
  adminadmin admin@12345 administrator1 superadmin root123456 changeme123 changeme1234 default123 testtest12 test123456
  football123 baseball123 superman123 princess123 sunshine123 monkey1234 dragon1234 computer123 internet123 whatever123
  matkhau123 matkhau1234 matkhau12345 matkhau123456 matkhaucuatoi matkhaumoi matkhaumoi1 matkhau2019 matkhau@123
  anhyeuem123 anhyeuem1234 anhyeuem12345 anhyeuem123456 emyeuanh123 emyeuanh1234 yeuemnhieu yeuanhnhieu toiyeuem123
  iloveyou3000 vietnam123 vietnam1234 vietnam12345 vietnam123456 vietnam1975 vietnam2020 vietnamvodich toiyeuvietnam
  hanoi12345 hanoi123456 saigon1234 saigon12345 hochiminh1 hochiminh123 danang1234 haiphong123 namdinh123 thanhhoa123
  khongbiet123 khongcopass khongcomatkhau deocopass123 conheocon123 concacon123 emyeucogiao toilavua123 hoicho1234
  hoicho12345 hoicho123456 trienlam123 khuyencong123 congthuong123 xuctien123 nguyenvana123 nguyen1234 nguyen12345
  nguyen123456 giadinhtoi giadinh123 hanhphuc123 maimaiyeuem maiyeuem123 gacon12345 mothaiba123 motngaynang
  `
    .trim()
    .split(/\s+/),
)
