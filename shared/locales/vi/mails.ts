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
  'password-changed.subject': 'Mật khẩu đã được thay đổi',
  'password-changed.body':
    'Xin chào {name},\n\nMật khẩu tài khoản của bạn vừa được thay đổi. Nếu không phải bạn làm, xin đặt lại mật khẩu ngay:\n\n{link}',
  'second-factor-changed.subject': 'Xác thực hai bước đã thay đổi',
  'second-factor-changed.body':
    'Xin chào {name},\n\nXác thực hai bước của tài khoản bạn vừa được bật hoặc tắt. Nếu không phải bạn làm, xin đổi mật khẩu ngay:\n\n{link}',
  'invitation.subject': 'Lời mời tham gia {place}',
  'invitation.body':
    'Xin chào,\n\nBạn được mời làm việc cho {place} trên hệ thống Hội chợ. Bấm vào đường dẫn dưới đây để nhận lời mời; đường dẫn dùng được một lần trong {days} ngày.\n\n{link}',
  'fair-invitation.subject': 'Thư mời tham gia {fair}',
  'fair-invitation.body':
    'Kính gửi {establishment},\n\n{organizer} trân trọng kính mời quý cơ sở tham gia {fair}, tổ chức {days} tại {place}.\n\nNhận hồ sơ đến {closesAt}. Đường dẫn dưới đây dành riêng cho quý cơ sở: xem thông tin hội chợ, nộp hồ sơ, hoặc cho biết nếu không tham gia được.\n\n{link}\n\nMọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nTrân trọng,\n{organizer}',
  'application-receipt.subject': 'Đã nhận hồ sơ {number} – {fair}',
  'application-receipt.body':
    'Xin chào {name},\n\n{organizer} đã nhận hồ sơ số {number} của {establishment} đăng ký tham gia {fair}, lúc {submittedAt}.\n\nHồ sơ sẽ được kiểm tra. Nếu cần bổ sung, chúng tôi sẽ báo qua thư này. Bạn có thể theo dõi hồ sơ tại đây:\n\n{link}',
  'application-correction.subject': 'Đề nghị bổ sung hồ sơ {number} – {fair}',
  'application-correction.body':
    'Xin chào {name},\n\nHồ sơ số {number} của {establishment} đăng ký tham gia {fair} cần bổ sung:\n\n{note}\n\n{due}\n\nXin mở hồ sơ, sửa các mục được đánh dấu rồi nộp lại:\n\n{link}\n\n{organizer}',
  'application-correction.due': 'Xin nộp lại trước hết ngày {date}.',
  'application-correction.no-due': 'Xin nộp lại sớm để hồ sơ được xét.',
  'badge.subject': 'Thẻ vào cửa: {fair}',
  'badge.body':
    'Kính gửi {name},\n\nĐây là thẻ {kind} của bạn tại {fair}, {dates}, {venue}. Mở thẻ trên điện thoại và đưa mã QR ở cổng; cũng có thể in hình đính kèm.\n\n{link}\n\nSố thẻ: {number}. Thẻ chỉ dành cho bạn, xin đừng chuyển cho người khác.',
  'badge-revoked.subject': 'Thẻ đã bị thu hồi: {fair}',
  'badge-revoked.body':
    'Kính gửi {name},\n\nThẻ số {number} của bạn tại {fair} đã bị thu hồi và không dùng được nữa.\nLý do: {reason}\n\nNếu có nhầm lẫn, xin liên hệ ban tổ chức.',
} as const
