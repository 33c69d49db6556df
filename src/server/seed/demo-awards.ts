/**
 * What the synthetic office has ready for awarding: groups whose forms are all verified, the campaign's rules, who sits in
 * the council and signs, and what units put forward. Through the real judges, like everything of the synthetic commune.
 */
import { defaultAwardRules } from '#domain/awards/rules.ts';
import type { Intent } from '#protocol/operation.ts';
import type { Transaction } from '../store/store.ts';
import { act, type DemoActor } from './demo-actor.ts';
import { writeExemplars } from './demo-exemplars.ts';
import { review } from './demo-review.ts';
import { assessmentOf, type Scene } from './demo-scene.ts';

/** Places of the hamlets whose families are all verified. */
const HAMLETS_READY: readonly number[] = [10, 11, 12];
const SECTOR_READY = 'DT';
const QUOTAS = { collective: 20, individual: 20, household: 60 };

const posts = [
  { title: 'Chủ tịch', personName: 'Trần Văn Sơn', signsFor: 'TM. ỦY BAN NHÂN DÂN' },
  { title: 'Phó Chủ tịch', personName: 'Lương Thị Hồng', signsFor: 'TM. ỦY BAN NHÂN DÂN' },
  { title: 'Công chức Văn phòng – Thống kê', personName: 'Nguyễn Thị Lan' },
  { title: 'Công chức Văn hóa – Xã hội', personName: 'Hoàng Văn Thắng' },
  { title: 'Chủ tịch Ủy ban Mặt trận Tổ quốc', personName: 'Đỗ Văn Hải' },
  { title: 'Chủ tịch Hội Liên hiệp Phụ nữ', personName: 'Phạm Thị Mai' },
] as const;

/** What units put forward in their own names. */
const nominations = [
  {
    personName: 'Lý Thị Ngọc Hoa',
    position: 'Cán bộ tiếp nhận hồ sơ',
    contribution: 'Hướng dẫn người cao tuổi cài đặt VNeID và nộp hồ sơ trực tuyến, tối thứ bảy hằng tuần.',
    result: '62 người cao tuổi tự nộp được hồ sơ đầu tiên.',
  },
  {
    personName: 'Đặng Quốc Việt',
    position: 'Thành viên tổ công nghệ số',
    contribution: 'Dạy các hộ chụp ảnh, đăng bán chè và giao hàng trên sàn thương mại điện tử.',
    result: '14 hộ có gian hàng riêng, bán được ngoài tỉnh.',
  },
  {
    personName: 'Hà Minh Quân',
    position: 'Nhân viên kỹ thuật',
    contribution: 'Lắp và giữ mạng không dây ở các nhà văn hóa, nối lại đường truyền trong đêm mưa lũ.',
    result: 'Bảy nhà văn hóa có mạng cho bà con dùng.',
  },
] as const;

const record = <Value extends { id: string }>(entity: string, value: Value): Intent => ({
  kind: 'record.put',
  args: { entity, id: value.id, value: { ...value }, baseRev: 0 },
});

async function verifyFamilies(
  scene: Scene,
  transaction: Transaction,
  officer: DemoActor,
  hamletId: string,
): Promise<void> {
  const { deps } = scene;
  for (const { id } of await transaction.record.listUnder('household', hamletId)) {
    const assessmentId = assessmentOf(scene, id);
    const standing = (await transaction.submission.of(assessmentId)).find(({ current }) => current === 1);
    if (standing === undefined) continue;
    for (const to of ['underReview', 'verified'] as const) {
      const statusRev = (await transaction.assessment.find(assessmentId))?.status_rev ?? 0;
      await act(deps, transaction, officer, {
        kind: 'assessment.move',
        args: { assessmentId, submission: standing.submission_id, to, statusRev },
      });
    }
  }
}

async function writeDown(scene: Scene, transaction: Transaction, officer: DemoActor): Promise<void> {
  const { deps, campaign } = scene;
  const campaignId = campaign.id;
  const write = (entity: string, value: Omit<Record<string, unknown>, 'id'>): Promise<unknown> =>
    act(deps, transaction, officer, record(entity, { id: deps.newId(), ...value }));
  await write('awardRules', { campaignId, ...defaultAwardRules, quotas: QUOTAS });
  for (const post of posts) await write('position', { ...post, validFrom: `${campaign.year}-01-01` });
  for (const [at, nomination] of nominations.entries()) {
    // The last ones: whoever follows the printed link of a unit finds its papers as it left them.
    const unit = scene.unitSheets.at(-1 - at);
    if (unit === undefined) continue;
    const value = { id: deps.newId(), campaignId, subjectKind: 'unit', subjectId: unit.subjectId };
    await act(
      deps,
      transaction,
      unit.contact,
      record('nomination', { ...value, ...nomination, evidence: '' }),
    );
  }
}

/** `hamlets` in the order of the commune. */
export async function prepareAwards(
  scene: Scene,
  officer: DemoActor,
  hamlets: readonly { id: string }[],
): Promise<void> {
  const { store } = scene.deps;
  for (const place of HAMLETS_READY) {
    const hamlet = hamlets[place];
    if (hamlet === undefined) continue;
    await store.write((transaction) => verifyFamilies(scene, transaction, officer, hamlet.id));
    scene.later();
  }
  for (const [at, sheet] of scene.unitSheets.filter(({ sector }) => sector === SECTOR_READY).entries()) {
    await store.write((transaction) =>
      review(scene, transaction, officer, { sheet, portion: 1, seed: 100 + at }),
    );
    scene.later();
  }
  await store.write((transaction) => writeDown(scene, transaction, officer));
  await store.write((transaction) => writeExemplars(scene, transaction, officer));
}
