/** The words of one certificate (`domain.md` §4.2 (4)), from the decision it rests on. Pure. */
import { BLANK, officialDate, officialNumber } from '../papers/words.ts';
import { personalSigner, placeOf } from '../papers/head.ts';
import type { SourceCommune, SourceSigner } from '../papers/sources.ts';
import type { Texts } from './layout.ts';
import { plainLine } from './plain-line.ts';

export type CertificateFacts = {
  /** As it was called on the day. */
  commune: SourceCommune;
  recipient: { name: string; position: string };
  /** "Đã có thành tích…". */
  achievement: string;
  /** `date`: `YYYY-MM-DD`. */
  decision: { number: string; date: string };
  /** Number in the register of awards; '' = not entered yet. */
  register: string;
  signer: SourceSigner;
};

const DECISION_SYMBOL = 'QĐ-UBND';

/**
 * The chairman gives a certificate in his own name, so no "TM." stands on it (`domain.md` §4.2 (4)); "KT." and the others
 * who sign in his place stay.
 */
const titleOf = (signer: SourceSigner): string => {
  const { onBehalf, title } = personalSigner(signer);
  return [...onBehalf, title]
    .map((line) => plainLine(line).toUpperCase())
    .filter((line) => line !== '')
    .join('\n');
};

export function certificateTexts(facts: CertificateFacts): Texts {
  const { recipient, decision, signer } = facts;
  const commune = plainLine(facts.commune.name);
  const number = officialNumber(plainLine(decision.number), DECISION_SYMBOL);
  const date = officialDate(decision.date);
  const register = plainLine(facts.register);
  return {
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    authority: `CHỦ TỊCH ỦY BAN NHÂN DÂN ${commune.toUpperCase()}`,
    presents: 'TẶNG',
    form: 'GIẤY KHEN',
    recipient: plainLine(recipient.name),
    position: plainLine(recipient.position),
    achievement: plainLine(facts.achievement),
    decision: `Quyết định số: ${number} ${date}`,
    decisionNumber: number,
    decisionDate: date,
    // Written by hand where the register has not given its number yet.
    register: `Vào sổ khen thưởng số: ${register === '' ? BLANK.repeat(4) : register}`,
    registerNumber: register,
    placeDate: `${plainLine(placeOf(facts.commune))}, ${date}`,
    signerTitle: titleOf(signer),
    signerName: plainLine(signer.name),
  };
}

const missingKinds = ['commune', 'number', 'date', 'title', 'signer', 'recipient', 'achievement'] as const;
export type Missing = (typeof missingKinds)[number];

/** What a certificate may not be printed without; each is asked for before. */
export function missingOf({
  commune,
  recipient,
  achievement,
  decision,
  signer,
}: CertificateFacts): Missing[] {
  const isEmpty = (text: string): boolean => plainLine(text) === '';
  const lacks: Record<Missing, boolean> = {
    commune: isEmpty(commune.name),
    number: isEmpty(decision.number),
    date: officialDate(decision.date).includes(BLANK),
    title: titleOf(signer) === '',
    signer: isEmpty(signer.name),
    recipient: isEmpty(recipient.name),
    achievement: isEmpty(achievement),
  };
  return missingKinds.filter((kind) => lacks[kind]);
}
