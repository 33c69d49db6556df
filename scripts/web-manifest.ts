/** What the system is told when the app is installed. Colours are `--paper` and `--tea-fill` of the tokens. */
import type { ManifestOptions } from 'vite-plugin-pwa';

const screenshot = (file: string, sizes: string, form_factor: 'narrow' | 'wide', label: string) => ({
  src: `/screenshots/${file}.png`,
  sizes,
  type: 'image/png',
  form_factor,
  label,
});
const shortcut = (name: string, url: string) => ({
  name,
  url,
  icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
});

export const webManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Thi đua số',
  short_name: 'Thi đua số',
  description:
    'Tự chấm điểm thi đua chuyển đổi số của xóm, hộ gia đình và đơn vị trong xã. Dùng được khi không có mạng.',
  lang: 'vi',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  theme_color: '#f5f0e3',
  background_color: '#f5f0e3',
  categories: ['government', 'productivity'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
  screenshots: [
    screenshot('phone-household', '360x740', 'narrow', 'Gia đình trả lời từng câu'),
    screenshot('phone-hamlet', '360x740', 'narrow', 'Trưởng xóm tự chấm, thấy điểm ngay'),
    screenshot('office', '1366x768', 'wide', 'Cán bộ xã đọc bài đã gửi'),
  ],
  shortcuts: [
    shortcut('Xóm tôi', '/xom'),
    shortcut('Các hộ', '/cac-ho'),
    shortcut('Hàng chờ gửi', '/hang-cho'),
  ],
};
