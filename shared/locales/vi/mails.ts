/** Mails. A line that holds only {link} becomes the button. */
export default {
  signature: 'Thư này do hệ thống Hội chợ gửi tự động.\n{site}',
  'sign-in-link.subject': 'Đường dẫn đăng nhập',
  'sign-in-link.body':
    'Xin chào,\n\nBấm vào đường dẫn dưới đây để đăng nhập. Đường dẫn dùng được một lần trong 15 phút.\n\n{link}\n\nNếu bạn không yêu cầu, xin bỏ qua thư này.',
  'reset-password.subject': 'Đặt lại mật khẩu',
  'reset-password.body':
    'Xin chào {name},\n\nBấm vào đường dẫn dưới đây để đặt mật khẩu mới. Đường dẫn dùng được một lần trong 1 giờ.\n\n{link}\n\nNếu bạn không yêu cầu, xin bỏ qua thư này; mật khẩu cũ vẫn giữ nguyên.',
  'verify-email.subject': 'Xác nhận địa chỉ thư điện tử',
  'verify-email.body':
    'Xin chào {name},\n\nBấm vào đường dẫn dưới đây để xác nhận địa chỉ này là của bạn.\n\n{link}',
  'sign-in-link-barred.subject': 'Đăng nhập bằng mật khẩu',
  'sign-in-link-barred.body':
    'Xin chào {name},\n\nTài khoản của bạn dùng xác thực hai bước nên không đăng nhập bằng đường dẫn được. Xin đăng nhập bằng mật khẩu và mã xác thực.\n\n{link}',
  'invitation.subject': 'Lời mời tham gia {place}',
  'invitation.body':
    'Xin chào,\n\nBạn được mời làm việc cho {place} trên hệ thống Hội chợ. Bấm vào đường dẫn dưới đây để nhận lời mời; đường dẫn dùng được một lần trong {days} ngày.\n\n{link}',
} as const
