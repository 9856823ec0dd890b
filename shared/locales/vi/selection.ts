/** Results of the selection, as the establishment reads them. */
export default {
  'outcome.selected': 'Được chọn',
  'outcome.waiting': 'Dự bị',
  'outcome.rejected': 'Không được chọn',

  'reason.held': 'Đã được chọn ở quyết định trước, giữ nguyên.',
  'reason.within-quota': 'Điểm trung bình {mean}, trong số {quota} cơ sở có thứ hạng cao nhất.',
  'reason.beyond-quota':
    'Điểm trung bình {mean}, từ điểm đạt {passMark} trở lên, nhưng {quota} chỗ đã dành cho các cơ sở có thứ hạng cao hơn.',
  'reason.below-pass-mark': 'Điểm trung bình {mean}, dưới điểm đạt {passMark}.',
  'reason.waiting-list-full':
    'Điểm trung bình {mean}, từ điểm đạt {passMark} trở lên, nhưng {quota} chỗ và danh sách dự bị đều đã đủ.',
  'reason.quota-floor':
    'Được chọn theo số chỗ dành riêng cho nhóm của cơ sở (địa bàn, ngành hàng hoặc cơ sở mới); điểm trung bình {mean}.',
  'reason.quota-ceiling':
    'Điểm trung bình {mean}, từ điểm đạt {passMark} trở lên, nhưng nhóm của cơ sở (địa bàn, ngành hàng hoặc cơ sở mới) đã đủ số chỗ tối đa.',
  'reason.quota-reserved':
    'Điểm trung bình {mean}, từ điểm đạt {passMark} trở lên, nhưng các chỗ còn lại dành riêng cho nhóm khác theo chỉ tiêu của hội chợ.',
  'reason.knocked-out': 'Có tiêu chí bắt buộc chưa đạt mức tối thiểu theo đánh giá của hội đồng thẩm định.',
  'letter.confirm':
    'Xin xác nhận tham gia chậm nhất hết ngày {day} theo đường dẫn dưới đây. Quá hạn, chỗ này được dành cho cơ sở dự bị tiếp theo.',
  'letter.complain':
    'Nếu không đồng ý với kết quả, quý cơ sở có thể khiếu nại trên trang hồ sơ hoặc bằng văn bản, chậm nhất hết ngày {day}.',
  'complaint.result.upheld':
    'Khiếu nại được chấp nhận. Hồ sơ được xét lại ở kỳ họp hội đồng tiếp theo; các chỗ đã xác nhận được giữ nguyên.',
  'complaint.result.dismissed': 'Khiếu nại không được chấp nhận. Kết quả xét chọn được giữ nguyên.',
  'own.title': 'Kết quả xét chọn',
  'own.position': 'dự bị thứ {position}',
  'own.confirm.title': 'Cơ sở có nhận chỗ tham gia không?',
  'own.confirm.text': 'Xin trả lời trước {time}. Quá hạn, chỗ được dành cho cơ sở dự bị.',
  'own.confirm': 'Xác nhận tham gia',
  'own.confirm.ask': 'Xác nhận tham gia?',
  'own.confirm.ask.text': 'Sau khi xác nhận, đơn vị tổ chức xếp gian hàng và lập hợp đồng.',
  'own.decline': 'Không nhận chỗ',
  'own.decline.title': 'Không nhận chỗ?',
  'own.decline.text': 'Chỗ này được dành cho cơ sở dự bị tiếp theo và không lấy lại được.',
  'own.decline.reason': 'Lý do',
  'own.done': 'Đã ghi nhận câu trả lời',
  'own.confirmed': 'Đã xác nhận tham gia lúc {at}.',
  'own.declined': 'Đã trả lời không nhận chỗ lúc {at}.',
  'own.lapsed': 'Đã quá hạn xác nhận; chỗ được dành cho cơ sở khác.',
  'own.complaint.filed': 'Đã gửi khiếu nại',
  'own.complaint.upheld': 'Khiếu nại được chấp nhận, hồ sơ được xét lại',
  'own.complaint.dismissed': 'Khiếu nại không được chấp nhận',
  'own.complaint.due': 'Đơn vị tổ chức trả lời chậm nhất ngày {day}.',
  'own.complain': 'Khiếu nại kết quả (đến hết ngày {day})',
  'own.complain.title': 'Khiếu nại kết quả xét chọn',
  'own.complain.text': 'Nội dung khiếu nại',
  'own.complain.send': 'Gửi khiếu nại',
  'own.complained': 'Đã gửi khiếu nại',
} as const
