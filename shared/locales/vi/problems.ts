import type { ProblemCode } from '../../src/platform/all-problems.ts'

/** One sentence for every refusal: what happened and, where there is one, the way on. */
export default {
  'platform.invalid': 'Một số mục chưa đúng. Xin xem lại các mục được đánh dấu.',
  'platform.malformed': 'Không đọc được dữ liệu gửi lên. Xin tải lại trang rồi thử lại.',
  'platform.not-found': 'Không tìm thấy nội dung này, hoặc bạn không có quyền xem.',
  'platform.changed-meanwhile':
    'Người khác vừa sửa nội dung này. Xin tải lại trang để xem bản mới rồi sửa tiếp.',
  'platform.wrong-state':
    'Ở trạng thái hiện tại không làm được việc này. Xin tải lại trang để xem trạng thái mới nhất.',
  'platform.too-many-attempts': 'Bạn thử quá nhiều lần. Xin đợi {seconds} giây rồi thử lại.',
  'platform.cross-site': 'Yêu cầu đến từ một trang khác nên đã bị chặn. Xin mở lại trang này rồi thử lại.',
  'platform.busy': 'Hệ thống đang bận. Xin thử lại sau ít phút.',
  'platform.too-large': 'Dữ liệu gửi lên quá lớn. Xin bớt nội dung hoặc chọn tệp nhỏ hơn.',
  'identity.not-signed-in': 'Xin đăng nhập để tiếp tục.',
  'identity.not-allowed': 'Vai trò của bạn không được làm việc này. Xin nhờ người có quyền làm giúp.',
  'identity.second-factor-needed': 'Xin bật xác thực hai bước trong trang Tài khoản trước khi làm việc này.',
  'identity.wrong-credentials': 'Thư điện tử hoặc mật khẩu chưa đúng.',
  'identity.wrong-code': 'Mã xác thực chưa đúng hoặc đã hết hạn.',
  'identity.link-expired': 'Đường dẫn này đã dùng rồi hoặc đã hết hạn. Xin yêu cầu đường dẫn mới.',
  'identity.email-taken': 'Thư điện tử này đã có tài khoản. Xin đăng nhập.',
  'identity.password-too-weak':
    'Mật khẩu cần ít nhất 10 ký tự và không nằm trong danh sách mật khẩu dễ đoán.',
  'identity.last-manager':
    'Đây là người quản lý cuối cùng nên không bỏ được vai trò này. Hãy giao vai trò quản lý cho người khác trước.',
  'identity.last-owner':
    'Đây là người phụ trách cuối cùng của cơ sở nên không bỏ được. Hãy giao vai trò phụ trách cho người khác trước.',
  'identity.already-member': 'Người này đã có vai trò đó.',
  'identity.invited-other-email':
    'Lời mời này gửi cho một địa chỉ thư điện tử khác. Xin đăng nhập bằng địa chỉ đã nhận lời mời.',
  'identity.challenge-expired': 'Bước xác thực đã hết hạn hoặc sai quá nhiều lần. Xin đăng nhập lại từ đầu.',
  'identity.link-barred': 'Tài khoản này dùng xác thực hai bước. Xin đăng nhập bằng mật khẩu và mã xác thực.',
  'identity.already-invited': 'Người này đã được mời vào vai trò đó và chưa trả lời. Có thể gửi lại lời mời.',
  'identity.second-factor-on': 'Xác thực hai bước đang bật.',
  'identity.second-factor-off': 'Xác thực hai bước chưa bật.',
  'identity.second-factor-required':
    'Đơn vị {organizer} bắt buộc cán bộ dùng xác thực hai bước nên không tắt được.',
  'identity.organizer-slug-taken': 'Mã địa chỉ này đã có đơn vị khác dùng. Xin chọn mã khác.',
  'mail.text-gone': 'Thư này có đường dẫn cá nhân nên nội dung đã xóa sau khi gửi, không gửi lại được.',
  'files.too-large': 'Tệp quá lớn. Mỗi tệp không quá {maximumMb} MB.',
  'files.type-not-allowed':
    'Loại tệp này không được nhận. Xin dùng PDF, ảnh JPG, PNG, WebP, hoặc tệp Word, Excel.',
  'files.empty': 'Tệp rỗng. Xin chọn tệp khác.',
  'establishments.merged': 'Hồ sơ này đã được gộp vào một hồ sơ khác của cùng cơ sở.',
  'establishments.cannot-merge': 'Hai hồ sơ này chưa gộp được. Xin mở lại trang gộp để xem lý do.',
  'establishments.merge-too-late': 'Chỉ tách lại được trong vòng {days} ngày sau khi gộp.',
  'establishments.merge-edited': 'Thông tin đã gộp được sửa sau đó nên không tách lại nguyên trạng được nữa.',
  'establishments.export-too-many':
    'Danh sách có {count} cơ sở, mỗi tệp chứa nhiều nhất {maximum}. Xin lọc theo tỉnh hoặc ngành hàng rồi tải từng phần.',
  'establishments.import-too-many':
    'Tệp có quá nhiều dòng: mỗi lần nhập nhiều nhất {maximum} cơ sở. Xin chia thành nhiều tệp.',
  'establishments.import-broken':
    'Không đọc được tệp này. Xin mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx hoặc .csv rồi thử lại.',
  'establishments.import-unpacks-too-large':
    'Tệp này giải nén ra hơn {maximumMb} MB nên không được nhận. Xin chỉ giữ lại trang tính cần nhập rồi lưu lại.',
  'establishments.import-old-xls':
    'Đây là tệp .xls đời cũ. Xin mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi thử lại.',
  'establishments.import-locked':
    'Tệp này có đặt mật khẩu. Xin mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi lưu lại.',
  'establishments.import-open-document':
    'Đây là tệp OpenDocument (.ods). Xin mở bằng LibreOffice, lưu lại thành .xlsx rồi thử lại.',
  'establishments.import-too-wide': 'Bảng có hơn {maximum} cột. Xin bỏ bớt các cột không dùng rồi lưu lại.',
  'establishments.import-running': 'Lần nhập này đang chạy. Xin chờ hoặc bấm Dừng.',
  'establishments.import-stopped': 'Đã dừng theo yêu cầu. Danh bạ không thay đổi.',
  'establishments.import-source-gone': 'Tệp gốc không còn được giữ. Xin chọn lại tệp.',
  'establishments.import-wrong-state': 'Lần nhập này không còn ở bước đó. Xin tải lại trang.',
  'establishments.import-stale':
    'Danh bạ đã thay đổi từ lúc xem trước nên chưa nhập gì. Xin xem trước lại rồi nhập.',
  'establishments.import-edited':
    'Có cơ sở đã được sửa hoặc đã được dùng từ lúc nhập nên không hoàn tác được. Chưa có gì thay đổi.',
  'establishments.import-too-late': 'Chỉ hoàn tác được trong vòng {hours} giờ sau khi nhập.',
  'establishments.tax-code-taken':
    'Mã số thuế này đã có trong hệ thống. Xin nhờ người đang quản lý hồ sơ đó, hoặc trung tâm tổ chức hội chợ, mời bạn vào.',
  'fairs.slug-taken': 'Địa chỉ trang này đã có hội chợ khác dùng. Xin chọn địa chỉ khác.',
  'fairs.not-ready': 'Hội chợ chưa đủ thông tin để công bố. Xin điền các mục còn thiếu.',
  'recruitment.fair-not-published': 'Hội chợ này chưa được công bố hoặc đã hủy.',
  'recruitment.not-open-yet': 'Hội chợ nhận hồ sơ từ {opensAt}.',
  'recruitment.closed': 'Hội chợ đã hết hạn nhận hồ sơ lúc {closedAt}. Xin liên hệ đơn vị tổ chức nếu cần.',
  'recruitment.no-form': 'Hội chợ chưa có mẫu hồ sơ. Xin liên hệ đơn vị tổ chức.',
  'recruitment.already-applied': 'Cơ sở này đã có hồ sơ tham gia hội chợ. Xin mở hồ sơ đó để làm tiếp.',
  'recruitment.link-unknown':
    'Đường dẫn mời không đúng hoặc đã bị thu hồi. Xin kiểm tra lại thư mời, hoặc liên hệ đơn vị tổ chức.',
  'recruitment.ask-the-owner': 'Cơ sở này đã có người phụ trách trên hệ thống. Xin nhờ người đó mời bạn vào.',
  'recruitment.nobody-to-write-to':
    'Không có cơ sở nào để gửi: tất cả đã được mời, thiếu thư điện tử hoặc đã xin không nhận thư.',
  'recruitment.list-name-taken': 'Đã có danh sách mang tên này. Xin đặt tên khác.',
  'recruitment.letter-under-way': 'Thư trước còn đang chờ gửi, chưa cần gửi lại.',
  'recruitment.no-address': 'Cơ sở này chưa có thư điện tử. Hãy thêm vào hồ sơ cơ sở, hoặc gọi điện.',
  'recruitment.opted-out': 'Cơ sở đã xin không nhận thư mời của đơn vị tổ chức.',
  'recruitment.not-confirmed':
    'Cơ sở chưa xác nhận hồ sơ do cán bộ nhập thay. Xin lấy xác nhận trước khi xử lý tiếp.',
  'recruitment.confirm-not-by-desk':
    'Việc xác nhận là của cơ sở. Cán bộ của đơn vị tổ chức không xác nhận bằng đường dẫn hay mã của cơ sở.',
  'recruitment.too-many-papers': 'Mỗi loại giấy tờ nhận không quá {maximum} tệp.',
  'booths.already-assigned': 'Gian hàng {booth} đã xếp cho cơ sở khác. Xin chọn gian hàng khác.',
  'badges.registration-closed': 'Hội chợ này hiện không nhận đăng ký tham quan.',
  'badges.not-selected': 'Chỉ cơ sở đã được chọn tham gia mới lập được thẻ cho người trực gian hàng.',
  'badges.allotment-used':
    'Đã dùng hết {allotment} thẻ của gian hàng. Thu hồi một thẻ không dùng rồi lập thẻ mới, hoặc liên hệ đơn vị tổ chức.',
  'badges.nothing-to-print': 'Không có thẻ nào đang dùng để in. Xin chọn thẻ khác hoặc lập thẻ trước.',
  'badges.no-address': 'Thẻ này không có địa chỉ thư điện tử nên không gửi thư được.',
  'badges.gate-name-taken': 'Đã có cổng mang tên này. Xin đặt tên khác.',
  'badges.code-not-valid': 'Mã không đúng, đã dùng hoặc đã hết hạn. Xin nhờ ban tổ chức cấp mã mới.',
  'booths.hall-name-taken': 'Hội chợ đã có khu mang tên này. Xin đặt tên khác.',
  'booths.number-taken': 'Đã có gian hàng mang số {booth}. Xin chọn số khác.',
  'booths.outside-hall': 'Gian hàng {booth} nằm ngoài khu. Xin dời gian hàng hoặc sửa kích thước khu.',
  'booths.overlap': 'Gian hàng {booth} chồng lên gian hàng {other}. Xin dời gian hàng.',
  'booths.bad-outline': 'Đường bao của gian hàng {booth} tự cắt nhau hoặc không có diện tích. Xin vẽ lại.',
  'booths.outside-stand': 'Gian hàng {booth} phải nằm gọn trong gian chung {other}.',
  'booths.has-parts': 'Gian chung {booth} còn các gian con. Xin gỡ các gian con trước.',
  'booths.no-such-stand': 'Gian hàng {booth} thuộc một gian chung không còn trên sơ đồ.',
  'booths.shared-by-parts':
    'Gian hàng {booth} là phần dùng chung hoặc đã chia thành gian con. Xin xếp cơ sở vào từng gian con.',
  'booths.drawing-broken':
    'Tệp bản vẽ bị hỏng hoặc thiếu phần. Xin mở bằng phần mềm vẽ, lưu lại thành DXF (ASCII) hoặc SVG rồi tải lên.',
  'booths.drawing-too-large':
    'Bản vẽ quá lớn hoặc quá nhiều nét. Xin xóa bớt lớp không cần (nội thất, kích thước) rồi lưu lại.',
  'booths.drawing-unknown': 'Đây không phải tệp DXF hay SVG. Xin lưu bản vẽ thành một trong hai dạng này.',
  'booths.drawing-binary':
    'Tệp DWG hoặc DXF nhị phân chưa đọc được. Xin mở bằng phần mềm vẽ và lưu thành DXF dạng ASCII.',
  'booths.drawing-empty':
    'Không tìm thấy gian hàng nào: mỗi gian phải là một đường khép kín có số gian ở trong. Xin kiểm tra đơn vị và tỷ lệ của bản vẽ.',
  'booths.still-assigned': 'Gian hàng {booth} đang xếp cho một cơ sở. Xin gỡ cơ sở ra trước.',
  'booths.not-assigned': 'Gian hàng {booth} chưa xếp cho cơ sở nào.',
  'booths.not-selected': 'Cơ sở này chưa được chọn tham gia nên chưa xếp gian hàng được.',
  'booths.in-contract': 'Gian hàng đã ghi trong hợp đồng. Xin hủy hợp đồng trước khi thay đổi.',
  'contracts.not-selected': 'Cơ sở này không còn trong danh sách được chọn nên không lập hợp đồng được.',
  'contracts.no-booth':
    'Cơ sở này chưa có gian hàng. Hợp đồng phải ghi vị trí gian hàng, xin xếp gian hàng trước.',
  'contracts.already-issued': 'Cơ sở này đã có hợp đồng số {number}.',
  'contracts.representative-missing': 'Hồ sơ cơ sở chưa có người đại diện. Xin điền tên người ký hợp đồng.',
  'contracts.text-changed':
    'Bản hợp đồng bạn xem không phải bản đang chờ ký. Xin tải lại trang và đọc lại trước khi ký.',
  'contracts.payment-voided': 'Khoản nộp này đã được hủy trước đó.',
  'contracts.nothing-to-pay': 'Hợp đồng này không có khoản nào phải nộp.',
  'selection.weights-not-100': 'Tổng điểm tối đa của các tiêu chí phải bằng 100, hiện là {sum}.',
  'selection.criteria-frozen': 'Đã có phiếu chấm nộp theo bộ tiêu chí này nên không sửa được nữa.',
  'selection.no-criteria': 'Hội chợ chưa có tiêu chí chấm điểm. Xin lập tiêu chí trước.',
  'selection.gate-failed':
    'Còn {count} điều kiện chưa đạt. Xin đề nghị bổ sung, từ chối hồ sơ, hoặc nhờ người quản lý kết luận khác và ghi lý do.',
  'selection.four-eyes':
    'Người đã kiểm tra hồ sơ không được tự kết luận khác, và người đã kết luận khác không được tự tiếp nhận hồ sơ. Xin nhờ một người khác.',
  'selection.no-fee': 'Hội chợ này không thu phí tham gia trước khi thẩm định.',
  'selection.fee-voided': 'Khoản thu này đã hủy.',
  'selection.already-barred': 'Cơ sở này đang có trong danh sách chưa nhận.',
  'selection.not-a-reviewer': 'Trong số người được chọn có người không phải thành viên hội đồng của đơn vị.',
  'selection.has-conflict': 'Người này đã khai có lợi ích liên quan đến hồ sơ nên không được phân công chấm.',
  'selection.sheet-filed': 'Phiếu chấm này đã nộp nên không sửa hay hủy được nữa.',
  'selection.sheet-not-filed': 'Phiếu này chưa nộp nên không có gì để mở lại.',
  'selection.no-council': 'Hội chợ chưa lập hội đồng thẩm định.',
  'selection.no-chair': 'Hội đồng chưa có chủ tịch.',
  'selection.no-secretary': 'Hội đồng chưa có thư ký.',
  'selection.even-council': 'Số thành viên có quyền chấm phải là số lẻ, hiện là {voting}.',
  'selection.not-the-chair': 'Chỉ chủ tịch hội đồng được làm việc này.',
  'selection.council-seated':
    'Hội đồng đã bắt đầu làm việc. Muốn đổi thành viên, xin dùng mục thay thế và ghi lý do.',
  'selection.already-seated': 'Người này đang là thành viên của hội đồng.',
  'selection.round-not-open': 'Chủ tịch chưa mở đợt chấm nên chưa nhận phiếu.',
  'selection.round-closed': 'Chủ tịch đã đóng đợt chấm nên không nhận phiếu nữa.',
  'selection.sheets-sealed': 'Đợt chấm chưa đóng. Muốn xem phiếu trước khi đóng, chủ tịch phải ghi lý do.',
  'selection.no-such-interest': 'Không còn dấu hiệu trùng hợp nào giữa thành viên và hồ sơ này để xem xét.',
  'selection.already-decided': 'Hồ sơ này đã có quyết định xét chọn nên không nhận phiếu chấm nữa.',
  'selection.nothing-to-decide': 'Không có hồ sơ nào chờ quyết định.',
  'selection.sheets-missing': 'Còn {count} hồ sơ chưa đủ {least} phiếu chấm đã nộp.',
  'selection.decided-meanwhile': 'Vừa có một quyết định khác được ban hành. Xin tải lại trang để xem.',
  'selection.no-minutes':
    'Chưa có biên bản họp hội đồng đã ký cho lần quyết định này. Xin lập và ký biên bản ở thẻ Họp hội đồng.',
  'selection.minutes-outdated':
    'Phiếu chấm, chỉ tiêu hoặc hồ sơ đã thay đổi sau cuộc họp nên biên bản không còn khớp. Xin họp lại.',
  'selection.meeting-open': 'Đang có một biên bản chưa ký. Xin ký biên bản đó trước.',
  'selection.answer-overdue': 'Đã quá hạn xác nhận. Xin liên hệ đơn vị tổ chức.',
  'selection.nobody-to-offer':
    'Không còn chỗ trống, hoặc không cơ sở dự bị nào nhận chỗ này mà vẫn đúng chỉ tiêu.',
  'selection.not-announced': 'Kết quả này chưa được thông báo cho cơ sở. Xin gửi thư trước.',
  'selection.complaint-overdue': 'Đã hết thời hạn khiếu nại ({date}).',
  'selection.complaint-filed': 'Đã có khiếu nại về kết quả này.',
  'selection.scenario-name-taken': 'Đã có phương án mang tên này. Xin đặt tên khác.',
  'contracts.not-confirmed': 'Cơ sở chưa xác nhận tham gia nên chưa lập được hợp đồng.',
  'selection.no-decision': 'Hội chợ chưa có quyết định xét chọn.',
  'selection.quotas-tangled':
    'Các chỉ tiêu đan chéo quá nhiều nên không tính được chắc chắn ai có chỗ. Xin bớt mức tối thiểu hoặc bớt nhóm.',
  'deals.not-selected': 'Chỉ ghi được giao dịch cho cơ sở đã được chọn tham gia hội chợ.',
} as const satisfies Record<ProblemCode, string>
