/** Mails. A line that holds only {link} becomes the button. */
export default {
  signature: 'Thư này do hệ thống Hoicho gửi tự động.\n{site}',
  'sign-in-link.subject': 'Đường dẫn đăng nhập Hoicho',
  'sign-in-link.body':
    'Xin chào,\n\nBấm vào đường dẫn dưới đây để đăng nhập. Đường dẫn dùng được một lần trong 15 phút.\n\n{link}\n\nNếu bạn không yêu cầu, xin bỏ qua thư này.',
  'reset-password.subject': 'Đặt lại mật khẩu Hoicho',
  'reset-password.body':
    'Xin chào {name},\n\nBấm vào đường dẫn dưới đây để đặt mật khẩu mới. Đường dẫn dùng được một lần trong 1 giờ.\n\n{link}\n\nNếu bạn không yêu cầu, xin bỏ qua thư này; mật khẩu cũ vẫn giữ nguyên.',
  'verify-email.subject': 'Xác nhận địa chỉ thư điện tử',
  'verify-email.body':
    'Xin chào {name},\n\nBấm vào đường dẫn dưới đây để xác nhận địa chỉ này là của bạn.\n\n{link}',
  'sign-in-link-barred.subject': 'Đăng nhập bằng mật khẩu và mã xác thực',
  'sign-in-link-barred.body':
    'Xin chào {name},\n\nTài khoản của bạn dùng xác thực hai bước nên không đăng nhập bằng đường dẫn được. Xin đăng nhập bằng mật khẩu và mã xác thực.\n\n{link}',
  'password-changed.subject': 'Mật khẩu đã được thay đổi',
  'password-changed.body':
    'Xin chào {name},\n\nMật khẩu tài khoản của bạn vừa được thay đổi. Nếu không phải bạn làm, xin đặt lại mật khẩu ngay:\n\n{link}',
  'second-factor-changed.subject': 'Xác thực hai bước vừa được bật hoặc tắt',
  'second-factor-changed.body':
    'Xin chào {name},\n\nXác thực hai bước của tài khoản bạn vừa được bật hoặc tắt. Nếu không phải bạn làm, xin đổi mật khẩu ngay:\n\n{link}',
  'invitation.subject': 'Lời mời làm việc cho {place} trên Hoicho',
  'invitation.body':
    'Xin chào,\n\nBạn được mời làm việc cho {place} trên hệ thống Hoicho. Bấm vào đường dẫn dưới đây để nhận lời mời; đường dẫn dùng được một lần trong {days} ngày.\n\n{link}\n\nNếu bạn không biết lời mời này, xin bỏ qua thư.',
  'fair-invitation.subject': 'Thư mời tham gia {fair}',
  'fair-invitation.body':
    'Kính gửi {establishment},\n\n{organizer} trân trọng kính mời quý cơ sở tham gia {fair}, tổ chức {days} tại {place}.\n\nHạn nộp hồ sơ: {closesAt}. Đường dẫn dưới đây dành riêng cho quý cơ sở, để xem thông tin hội chợ, nộp hồ sơ, hoặc báo nếu không tham gia được.\n\n{link}\n\nMọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nTrân trọng,\n{organizer}',
  'campaign-letter.subject': '{subject}',
  'campaign-letter.body':
    '{text}\n\n{link}\n\nThư mời chính thức được gửi kèm thư này. Đường dẫn trên dành riêng cho quý cơ sở.\n\nQuý cơ sở không muốn nhận thư mời hội chợ của {organizer} nữa thì chọn tại đây: {stop}',
  'fair-reminder.subject': 'Nhắc hạn nộp hồ sơ: {fair}',
  'fair-reminder.body':
    'Kính gửi {establishment},\n\n{organizer} đã gửi thư mời quý cơ sở tham gia {fair}, tổ chức {days} tại {place}. Hạn nộp hồ sơ là {closesAt}.\n\nXin nộp hồ sơ, hoặc báo nếu không tham gia được, tại đường dẫn dành riêng cho quý cơ sở:\n\n{link}\n\nMọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nKhông muốn nhận thư mời hội chợ nữa: {stop}',
  'fair-reminder-draft.subject': 'Hồ sơ chưa nộp: {fair}',
  'fair-reminder-draft.body':
    'Kính gửi {establishment},\n\nQuý cơ sở đã bắt đầu làm hồ sơ tham gia {fair} nhưng chưa nộp. Hạn nộp hồ sơ là {closesAt}. Những gì đã điền vẫn còn nguyên; xin làm tiếp tại đây:\n\n{link}\n\nMọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nKhông muốn nhận thư mời hội chợ nữa: {stop}',
  'application-receipt.subject': 'Đã nhận hồ sơ {number} – {fair}',
  'application-receipt.body':
    'Xin chào {name},\n\n{organizer} đã nhận hồ sơ số {number} của {establishment} tham gia {fair}, lúc {submittedAt}.\n\nCán bộ sẽ kiểm tra hồ sơ. Nếu cần bổ sung, chúng tôi sẽ báo qua thư điện tử. Bạn có thể theo dõi hồ sơ tại đây:\n\n{link}\n\nTrân trọng,\n{organizer}',
  'application-confirmation.subject': 'Xin xác nhận hồ sơ {number} – {fair}',
  'application-confirmation.body':
    'Xin chào {name},\n\nCán bộ của {organizer} đã nhập hồ sơ số {number} của {establishment} tham gia {fair}, lúc {submittedAt}. Hồ sơ chỉ được xét sau khi cơ sở xác nhận.\n\nXin xem lại và xác nhận tại đây:\n\n{link}\n\nNếu có chỗ chưa đúng, xin đừng xác nhận và báo cho đơn vị tổ chức.\n\nTrân trọng,\n{organizer}',
  'application-correction.subject': 'Đề nghị bổ sung hồ sơ {number} – {fair}',
  'application-correction.body':
    'Xin chào {name},\n\nHồ sơ số {number} của {establishment} tham gia {fair} cần bổ sung:\n\n{note}\n\n{due}\n\nXin mở hồ sơ, sửa các mục được đánh dấu rồi nộp lại:\n\n{link}\n\nTrân trọng,\n{organizer}',
  'application-correction.products': 'Sản phẩm',
  'application-correction.due': 'Xin nộp lại trước hết ngày {date}.',
  'application-correction.no-due': 'Xin nộp lại sớm để hồ sơ được xét.',
  'badge.subject': 'Thẻ vào cổng: {fair}',
  'badge.body':
    'Kính gửi {name},\n\nĐây là thẻ “{kind}” của bạn tại {fair}, {dates}, {venue}. Mở thẻ trên điện thoại và đưa mã QR ở cổng; cũng có thể in hình đính kèm.\n\n{link}\n\nSố thẻ: {number}. Thẻ chỉ dành cho bạn, xin đừng chuyển cho người khác.',
  'badge-revoked.subject': 'Thẻ đã bị thu hồi: {fair}',
  'badge-revoked.body':
    'Kính gửi {name},\n\nThẻ số {number} của bạn tại {fair} đã bị thu hồi và không dùng được nữa.\nLý do: {reason}\n\nNếu có nhầm lẫn, xin liên hệ ban tổ chức.',
  'application-refused.subject': 'Hồ sơ {number} không được tiếp nhận – {fair}',
  'application-refused.body':
    'Kính gửi {establishment},\n\n{organizer} đã kiểm tra hồ sơ số {number} tham gia {fair}. Hồ sơ không được tiếp nhận để xét chọn vì:\n\n{reason}\n\nNếu có ý kiến về kết quả này, xin liên hệ {organizer}: {contact}.\n\nTrân trọng,\n{organizer}',
  'selection-selected.subject': 'Hồ sơ {number} được chọn tham gia {fair}',
  'selection-selected.body':
    'Kính gửi {establishment},\n\n{organizer} trân trọng thông báo: hồ sơ số {number} của quý cơ sở được chọn tham gia {fair}.\n\nLý do: {reason}{extra}\n\nQuyết định được gửi kèm thư này. Bước tiếp theo là nhận gian hàng và ký hợp đồng; xin theo dõi tại đây:\n\n{link}\n\nMọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nTrân trọng,\n{organizer}',
  'selection-waiting.subject': 'Hồ sơ {number} trong danh sách dự bị – {fair}',
  'selection-waiting.body':
    'Kính gửi {establishment},\n\n{organizer} thông báo: hồ sơ số {number} của quý cơ sở đạt yêu cầu và được xếp thứ {position} trong danh sách dự bị của {fair}.\n\nLý do: {reason}{extra}\n\nKhi có cơ sở rút hồ sơ, chúng tôi mời các cơ sở dự bị theo đúng thứ tự. Quyết định được gửi kèm thư này; xin theo dõi tại đây:\n\n{link}\n\nMọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nTrân trọng,\n{organizer}',
  'selection-rejected.subject': 'Kết quả xét chọn hồ sơ {number} – {fair}',
  'selection-rejected.body':
    'Kính gửi {establishment},\n\n{organizer} cảm ơn quý cơ sở đã nộp hồ sơ tham gia {fair}. Rất tiếc, hồ sơ số {number} chưa được chọn lần này.\n\nLý do: {reason}{extra}\n\nNếu có ý kiến về kết quả này, xin liên hệ {organizer}: {contact}. Mong được đón tiếp quý cơ sở ở những hội chợ sau.\n\nTrân trọng,\n{organizer}',
  'scoring-reminder.subject': 'Nhắc nộp phiếu chấm – {fair}',
  'scoring-reminder.body':
    'Kính gửi {name},\n\nTrong đợt thẩm định hồ sơ tham gia {fair}, ông/bà còn {count} phiếu chấm chưa nộp. {due}\n\nXin mở danh sách phiếu chấm tại đây:\n\n{link}\n\nTrân trọng cảm ơn,\n{organizer}',
  'scoring-reminder.due': 'Hạn nộp: {date}.',
  'contract-issued.subject': 'Hợp đồng số {number} chờ ký – {fair}',
  'contract-issued.body':
    'Xin chào {name},\n\n{organizer} đã lập hợp đồng số {number} với {establishment} về gian hàng {booths} tại {fair}.\n\nXin mở đường dẫn dưới đây, đọc hợp đồng và ký:\n\n{link}\n\nHợp đồng có hiệu lực sau khi {organizer} ký.\n\nTrân trọng,\n{organizer}',
  'contract-to-countersign.subject': 'Hợp đồng số {number}: {establishment} đã ký, chờ ký bên A',
  'contract-to-countersign.body':
    '{establishment} đã ký hợp đồng số {number} về gian hàng {booths} tại {fair}. Xin xem và ký bên A:\n\n{link}',
  'contract-signed.subject': 'Hợp đồng số {number} đã ký đủ hai bên – {fair}',
  'contract-signed.body':
    'Xin chào {name},\n\n{organizer} đã ký hợp đồng số {number} về gian hàng {booths} tại {fair}. Hợp đồng có hiệu lực. Bản có chữ ký hai bên được gửi kèm thư này và luôn xem được tại:\n\n{link}\n\nTrân trọng,\n{organizer}',
  'contract-signed-desk.subject': 'Hợp đồng số {number} với {establishment} đã ký đủ hai bên',
  'contract-signed-desk.body':
    'Hợp đồng số {number} với {establishment} về gian hàng {booths} tại {fair} đã ký đủ hai bên. Bản có chữ ký hai bên được gửi kèm thư này.\n\n{link}',
  'contract-cancelled.subject': 'Hợp đồng số {number} đã hủy – {fair}',
  'contract-cancelled.body':
    'Xin chào {name},\n\n{organizer} đã hủy hợp đồng số {number} với {establishment} tại {fair}.\nLý do: {reason}\n\n{link}\n\nNếu cần trao đổi, xin liên hệ {organizer}.\n\nTrân trọng,\n{organizer}',
  'selection-offer.subject': 'Có chỗ cho cơ sở dự bị – {fair}',
  'selection-offer.body':
    'Kính gửi {establishment},\n\nMột chỗ tham gia {fair} vừa trống. Theo thứ tự danh sách dự bị, {organizer} mời quý cơ sở (hồ sơ số {number}) nhận chỗ này.\n\nXin trả lời chậm nhất hết ngày {day} tại đây. Quá hạn, chỗ được dành cho cơ sở tiếp theo.\n\n{link}\n\nMọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nTrân trọng,\n{organizer}',
  'selection-reminder.subject': 'Nhắc xác nhận tham gia {fair} trước hết ngày {day}',
  'selection-reminder.body':
    'Kính gửi {establishment},\n\nHồ sơ số {number} của quý cơ sở được chọn tham gia {fair} nhưng chưa được xác nhận. Xin trả lời chậm nhất hết ngày {day} tại đây:\n\n{link}\n\nQuá hạn, chỗ này được dành cho cơ sở dự bị tiếp theo. Mọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nTrân trọng,\n{organizer}',
  'selection-complaint-answer.subject': 'Trả lời khiếu nại về hồ sơ {number} – {fair}',
  'selection-complaint-answer.body':
    'Kính gửi {establishment},\n\n{organizer} đã xem xét khiếu nại của quý cơ sở về kết quả xét chọn hồ sơ số {number}.\n\n{result}\n\nLý do: {reasons}\n\n{link}\n\nMọi thắc mắc xin liên hệ {organizer}: {contact}.\n\nTrân trọng,\n{organizer}',
} as const
