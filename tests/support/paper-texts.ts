/** Names people might type, or somebody who means no good. */
export const hostileTexts: readonly string[] = [
  'Xóm {{name}} {% raw %} ${1}',
  '<w:p><w:r><w:t>Xóm</w:t></w:r></w:p>',
  'A & B < C > D "E" \'F\' ]]> <!-- -->',
  'Nguyễn\u202eVăn\u200f \u2066An\u2069',
  'Trần\u0000Thị\u0008 Bình\u001f\ufffe',
  `Lê ${'Ẫ'.repeat(3998)}`,
  'Dòng một\nDòng hai\r\nDòng ba',
  'Đỗ \ud800 Dũng',
  'e\u0302\u0301 tổ hợp',
];
