import type { ProblemCode } from '../../src/platform/all-problems.ts'

/** One sentence for every refusal: what happened and, where there is one, the way on. */
export default {
  'platform.invalid': 'Một số mục chưa đúng. Xin xem lại các mục được đánh dấu.',
  'platform.malformed': 'Yêu cầu gửi lên không đọc được.',
  'platform.not-found': 'Không tìm thấy nội dung này, hoặc bạn không có quyền xem.',
  'platform.changed-meanwhile':
    'Người khác vừa sửa nội dung này. Xin tải lại trang để xem bản mới rồi sửa tiếp.',
  'platform.wrong-state': 'Không làm được việc này khi đang ở trạng thái hiện tại.',
  'platform.too-many-attempts': 'Bạn thử quá nhiều lần. Xin đợi {seconds} giây rồi thử lại.',
  'platform.cross-site': 'Yêu cầu đến từ một trang khác nên đã bị chặn.',
  'platform.busy': 'Hệ thống đang bận. Xin thử lại sau ít phút.',
  'platform.too-large': 'Dữ liệu gửi lên quá lớn.',
  'identity.not-signed-in': 'Xin đăng nhập để tiếp tục.',
  'identity.not-allowed': 'Vai trò của bạn không được làm việc này.',
  'identity.second-factor-needed': 'Xin bật xác thực hai bước trong trang Tài khoản trước khi làm việc này.',
  'identity.wrong-credentials': 'Thư điện tử hoặc mật khẩu chưa đúng.',
  'identity.wrong-code': 'Mã xác thực chưa đúng hoặc đã hết hạn.',
  'identity.link-expired': 'Đường dẫn này đã dùng rồi hoặc đã hết hạn. Xin yêu cầu đường dẫn mới.',
  'identity.email-taken': 'Thư điện tử này đã có tài khoản. Xin đăng nhập.',
  'identity.password-too-weak':
    'Mật khẩu cần ít nhất 10 ký tự và không nằm trong danh sách mật khẩu dễ đoán.',
  'identity.last-manager': 'Đây là người quản lý cuối cùng, không thể bỏ vai trò này.',
  'identity.last-owner': 'Đây là chủ tài khoản cuối cùng của cơ sở, không thể bỏ.',
  'identity.already-member': 'Người này đã có vai trò đó.',
  'identity.invited-other-email': 'Lời mời này gửi cho một địa chỉ thư điện tử khác.',
  'files.too-large': 'Tệp quá lớn. Mỗi tệp không quá {maximumMb} MB.',
  'files.type-not-allowed':
    'Loại tệp này không được nhận. Xin dùng PDF, ảnh JPG, PNG, WebP, hoặc tệp Word, Excel.',
  'files.empty': 'Tệp rỗng.',
  'fairs.slug-taken': 'Địa chỉ trang này đã có hội chợ khác dùng.',
  'fairs.not-ready': 'Hội chợ chưa đủ thông tin để công bố.',
  'recruitment.fair-not-published': 'Hội chợ chưa được công bố.',
  'recruitment.not-open-yet': 'Hội chợ nhận hồ sơ từ {opensAt}.',
  'recruitment.closed': 'Hội chợ đã hết hạn nhận hồ sơ lúc {closedAt}.',
  'recruitment.no-form': 'Hội chợ chưa có mẫu hồ sơ đăng ký. Xin liên hệ đơn vị tổ chức.',
  'recruitment.already-applied': 'Cơ sở này đã có hồ sơ đăng ký cho hội chợ. Xin mở hồ sơ đó để làm tiếp.',
  'recruitment.link-unknown':
    'Đường dẫn mời không đúng hoặc đã bị thu hồi. Xin kiểm tra lại thư mời, hoặc liên hệ đơn vị tổ chức.',
  'recruitment.ask-the-owner': 'Cơ sở này đã có người phụ trách trên hệ thống. Xin nhờ người đó mời bạn vào.',
  'recruitment.too-many-papers': 'Mỗi loại giấy tờ nhận không quá {maximum} tệp.',
  'booths.already-assigned': 'Gian hàng {booth} đã có đơn vị khác.',
  'badges.registration-closed': 'Hội chợ này hiện không nhận đăng ký tham quan.',
  'badges.not-selected': 'Chỉ cơ sở đã được chọn tham gia mới lập thẻ cho nhân viên gian hàng.',
  'badges.allotment-used':
    'Đã dùng hết {allotment} thẻ của gian hàng. Thu hồi một thẻ không dùng rồi lập thẻ mới, hoặc liên hệ ban tổ chức.',
  'badges.nothing-to-print': 'Không có thẻ nào đang dùng để in. Chọn thẻ khác hoặc lập thẻ trước.',
  'badges.no-address': 'Thẻ này không có địa chỉ thư điện tử.',
  'badges.gate-name-taken': 'Đã có cổng mang tên này.',
  'badges.code-not-valid': 'Mã không đúng, đã dùng hoặc đã hết hạn. Xin ban tổ chức cấp mã mới.',
} as const satisfies Record<ProblemCode, string>
