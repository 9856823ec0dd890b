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
} as const
