/** QUYẾT ĐỊNH of the chairman: whom, how much, from when (`domain.md` §3.4). Its list hangs from it. Pure. */
import { listSection } from './award-list.ts';
import { countAwards, type AwardLine } from './award-lines.ts';
import { drafted, type Block } from './document.ts';
import { issuerWords, personalSigner } from './head.ts';
import { letterSymbol, listedDecision } from './listed.ts';
import {
  basesBlocks,
  closed,
  countsPhrase,
  fundOf,
  headBlock,
  movementOf,
  peopleOf,
  recipientWords,
  signatureBlock,
  type Maker,
} from './parts.ts';
import { money, moneyInWords, officialDate, officialNumber } from './words.ts';

/** "mỗi tập thể 1.404.000 đồng, …" where all of a kind get the same; else nothing. */
const eachPhrase = (lines: readonly AwardLine[]): string => {
  const kinds = (['collective', 'individual', 'household'] as const).flatMap((kind) => {
    const amounts = [...new Set(lines.filter((line) => line.kind === kind).map(({ amount }) => amount))];
    const [only] = amounts;
    return amounts.length === 1 && typeof only === 'number'
      ? [`mỗi ${recipientWords[kind]} ${money(only)}`]
      : amounts.length === 0
        ? []
        : [null];
  });
  return kinds.includes(null) ? '' : ` ${kinds.join(', ')};`;
};

export const decision: Maker = (basis, aboutId) => {
  const { facts } = basis;
  const kept = facts.decisions.find(({ id }) => id === aboutId);
  if (kept === undefined) return null;
  const listed = listedDecision(facts, kept);
  const { lines } = listed;
  const count = countAwards(lines);
  const people = peopleOf(basis);
  const movement = movementOf(facts);
  const letter = facts.letters.find(({ id }) => id === kept.letterId);
  const asked =
    letter === undefined
      ? []
      : [
          `Theo đề nghị của ${issuerWords(letter.issuer) ?? facts.commune.standingOffice} tại Tờ trình số ${officialNumber(letter.number, letterSymbol(letter))} ${officialDate(letter.date)}`,
        ];
  const bases = basesBlocks({ head: basis.head });
  const grounds: Block[] = [
    ...bases.map((block, at): Block =>
      block.kind === 'basis' && asked.length > 0 && at === bases.length - 1
        ? { kind: 'basis', text: block.text.replace(/\.$/, ';') }
        : block,
    ),
    ...asked.map((text): Block => ({ kind: 'basis', text: `${text}.` })),
  ];
  const blocks: Block[] = [
    headBlock(basis),
    {
      kind: 'title',
      type: 'QUYẾT ĐỊNH',
      subject: `Về việc tặng Giấy khen cho tập thể, cá nhân, hộ gia đình có thành tích trong ${movement}`,
    },
    { kind: 'authority', text: `CHỦ TỊCH ${people.toLocaleUpperCase('vi')}` },
    ...grounds,
    { kind: 'authority', text: 'QUYẾT ĐỊNH:' },
    drafted(
      'article1',
      `Tặng Giấy khen của Chủ tịch ${people} cho ${countsPhrase(count)} đã có thành tích trong ${movement} (có danh sách kèm theo).`,
      'Điều 1.',
    ),
    drafted(
      'article2',
      `Mức tiền thưởng kèm theo Giấy khen:${eachPhrase(lines)} tổng số tiền thưởng là ${money(kept.total)} (bằng chữ: ${moneyInWords(kept.total)}), trích từ ${fundOf(kept.fund)}.`,
      'Điều 2.',
    ),
    drafted(
      'article3',
      closed(
        `Quyết định này có hiệu lực kể từ ngày ký. ${facts.commune.standingOffice}, các cơ quan, đơn vị liên quan và các tập thể, cá nhân, hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này`,
      ),
      'Điều 3.',
    ),
    signatureBlock(basis, personalSigner(basis.head.signer)),
  ];
  return {
    kind: 'decision',
    title: 'Quyết định tặng Giấy khen',
    sections: [{ orientation: 'portrait', blocks }, listSection(basis, listed, 'Phụ lục')],
  };
};
