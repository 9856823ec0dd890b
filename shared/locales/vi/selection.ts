/** Results of the selection, as the establishment reads them. */
export default {
  'outcome.selected': 'Được chọn',
  'outcome.waiting': 'Dự bị',
  'outcome.rejected': 'Không được chọn',

  'reason.held': 'Đã được chọn ở quyết định trước, giữ nguyên.',
  'reason.within-quota': 'Điểm trung bình {mean}, trong số {quota} cơ sở có thứ hạng cao nhất.',
  'reason.beyond-quota':
    'Điểm trung bình {mean}, đạt mức tối thiểu {passMark}, nhưng {quota} chỗ đã dành cho các cơ sở có thứ hạng cao hơn.',
  'reason.below-pass-mark': 'Điểm trung bình {mean}, dưới mức tối thiểu {passMark}.',
  'reason.waiting-list-full':
    'Điểm trung bình {mean}, đạt mức tối thiểu {passMark}, nhưng cả {quota} chỗ và danh sách dự bị đã đủ.',
} as const
