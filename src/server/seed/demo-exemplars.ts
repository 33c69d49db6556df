/**
 * Good examples of the synthetic commune, one at each step of its way (`domain/exemplars/workflow.ts`), and the bulletin
 * that told of the published one. Through the real judge.
 */
import type { Exemplar } from '#protocol/paper-records.ts';
import type { Transaction } from '../store/store.ts';
import { act, type DemoActor } from './demo-actor.ts';
import { assessmentOf, type Scene } from './demo-scene.ts';

type Told = Pick<Exemplar, 'kind' | 'title' | 'pillar' | 'who' | 'story' | 'result'>;

const published: Told = {
  kind: 'goodPractice',
  title: 'Tối thứ bảy ở nhà văn hóa: mang điện thoại đến, có người chỉ',
  pillar: 'xaHoiSo',
  who: 'Tổ công nghệ số cộng đồng',
  story:
    'Mỗi tối thứ bảy, ba thành viên của tổ ngồi ở nhà văn hóa từ 19 giờ 30 đến 21 giờ. Ai cần thì mang điện thoại đến: ' +
    'cài VNeID, xem sổ sức khỏe điện tử, nộp hồ sơ trực tuyến. Mỗi lần chỉ làm một việc, làm xong mới về.',
  result: '62 người cao tuổi tự nộp được hồ sơ đầu tiên.',
};
const verified: Told = {
  kind: 'exemplar',
  title: 'Bán chè cả nước từ một chiếc điện thoại',
  pillar: 'kinhTeSo',
  who: 'Hợp tác xã chè Bình Thuận',
  story:
    'Hợp tác xã chụp ảnh từng mẻ chè, đăng bán trên sàn, nhận tiền bằng mã QR và giao hàng qua bưu điện xã.',
  result: '14 hộ có gian hàng riêng, bán được ngoài tỉnh.',
};
const nominated: Told = {
  kind: 'exemplar',
  title: 'Giữ mạng cho bảy nhà văn hóa',
  who: 'Anh Hà Minh Quân',
  story: 'Lắp và giữ mạng không dây ở các nhà văn hóa, nối lại đường truyền ngay trong đêm mưa lũ.',
  result: '',
};

const script =
  'Thưa bà con. Tối thứ bảy hằng tuần, từ 19 giờ 30, tổ công nghệ số cộng đồng có mặt ở nhà văn hóa. Bà con mang điện ' +
  'thoại đến, có người chỉ cách cài VNeID, xem sổ sức khỏe và nộp hồ sơ. Đã có 62 người cao tuổi tự làm được. Mời bà con đến.';

/** Of the first hamlet that showed something: what the published example shows. */
async function shownBy(
  scene: Scene,
  { photo }: Transaction,
): Promise<Pick<Exemplar, 'photos' | 'subjectKind' | 'subjectId'>> {
  for (const { subjectId } of scene.sheets) {
    const [first] = await photo.of(assessmentOf(scene, subjectId));
    if (first !== undefined) return { photos: [first.op_id], subjectKind: 'hamlet', subjectId };
  }
  return { photos: [] };
}

export async function writeExemplars(
  scene: Scene,
  transaction: Transaction,
  officer: DemoActor,
): Promise<void> {
  const { deps, campaign } = scene;
  const campaignId = campaign.id;
  const day = new Date(deps.clock.now()).toISOString().slice(0, 10);
  const put = async <Value extends { id: string }>(entity: string, value: Value): Promise<unknown> =>
    act(deps, transaction, officer, {
      kind: 'record.put',
      args: {
        entity,
        id: value.id,
        value: { ...value },
        baseRev: (await transaction.record.find(entity, value.id))?.rev ?? 0,
      },
    });
  const shown = await shownBy(scene, transaction);
  const walk = async (told: Told, to: Exemplar['state']): Promise<string> => {
    const own = to === 'published' ? shown : { photos: [] };
    const base = { id: deps.newId(), campaignId, ...told, ...own, verification: '', replications: [] };
    await put('exemplar', { ...base, state: 'nominated' } satisfies Exemplar);
    if (to === 'nominated') return base.id;
    const checked = { ...base, verification: 'Công chức Văn hóa – Xã hội đã đến xem ngày họp tổ.' };
    await put('exemplar', { ...checked, state: 'verified' } satisfies Exemplar);
    if (to === 'verified') return base.id;
    const consent = { date: day, takenBy: 'Hoàng Văn Thắng', photos: shown.photos.length > 0 };
    await put('exemplar', { ...checked, state: 'published', consent, publishedOn: day } satisfies Exemplar);
    return base.id;
  };
  await walk(nominated, 'nominated');
  await walk(verified, 'verified');
  const id = await walk(published, 'published');
  await put('bulletin', {
    id: deps.newId(),
    campaignId,
    title: 'Tối thứ bảy học số',
    seconds: 45,
    script,
    post: script,
    exemplars: [id],
    broadcasts: [{ id: deps.newId(), date: day, time: '17:30', minutes: 1, channel: 'Loa truyền thanh xã' }],
  });
}
