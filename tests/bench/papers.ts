/**
 * Computing time of one print job: forty Giấy khen measured and laid out for a blank and for the whole page, the same as a
 * Word file with its annexes, and every paper of the campaign behind them. Drawing and printing are the browser's.
 */
import { newBlank } from '#domain/certificates/blank.ts';
import { roughWidth } from '#domain/certificates/fit.ts';
import { certificateTexts } from '#domain/certificates/texts.ts';
import { paperFacts } from '#domain/papers/facts.ts';
import { paperOf, papersOf } from '#domain/papers/paper-of.ts';
import { toDocx } from '#client/documents/to-docx.ts';
import { certificatesDocx } from '#client/documents/certificate-docx.ts';
import { awardListTable, countsTable } from '#client/features/office/certificates/annexes.ts';
import { planOf } from '#client/features/office/certificates/plan.ts';
import { readCertificates } from '#client/features/office/certificates/read-certificates.ts';
import { writeXlsx } from '#client/features/office/sheets/write-xlsx.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import { TODAY } from '../support/paper-files.ts';
import { madeSources } from '../support/paper-sources.ts';
import { replicaOf } from '../support/replica-of.ts';
import { median, type Result } from './result.ts';

const CERTIFICATES = 40;
const RUNS = 5;
/** A name that has to be fitted, as some are. */
const LONG_NAME = 'Tổ công nghệ số cộng đồng liên xóm Thuận Phong 12, Thuận Phong 13 và Thuận Phong 14';

const sources = madeSources();
const { campaign, commune, decisions } = sources;
const DECIDED = { to: 'decided', at: 1 } as const;

/** The rows an office's machine has of the decision on forty. */
function rowsOfDecision(): FeedRow[] {
  const row = (entity: FeedRow['entity'], id: string, value: object): FeedRow => ({
    scope: 'office',
    entity,
    id,
    rev: 1,
    value: { ...value },
  });
  const ofCampaign = { campaignId: campaign.id };
  const place = { address: '', phone: '', policePhone: '', validFrom: '2020-01-01' };
  return [
    row('campaign', campaign.id, campaign),
    row('commune', 'binh-thuan', { ...commune, ...place, id: 'binh-thuan' }),
    ...decisions.map((each) => row('awardDecision', each.id, { ...each, ...ofCampaign })),
    ...sources.awards.map(({ recipient, ...award }, at) =>
      row('award', award.id, {
        ...award,
        ...ofCampaign,
        recipient: at % 10 === 0 ? { ...recipient, name: LONG_NAME } : recipient,
        namedPublicly: false,
        course: [DECIDED],
        decisionId: decisions[0]?.id,
      }),
    ),
  ];
}

/** @returns how many certificates it laid out */
async function oneJob(): Promise<number> {
  const replica = replicaOf(rowsOfDecision());
  const [decided] = (await readCertificates(replica, { chosen: campaign.id, day: TODAY })).decided;
  if (decided === undefined) throw new Error('no decision');
  const { recipients } = decided;
  const overlay = planOf({ mode: 'overlay', blank: newBlank(campaign.id, '') }, recipients, roughWidth);
  const page = { mode: 'page', size: 'A4', hasEmblem: false, emblemUrl: null } as const;
  const whole = planOf(page, recipients, roughWidth);
  await certificatesDocx(
    recipients.map(({ facts }) => certificateTexts(facts)),
    'A4',
    roughWidth,
  );
  for (const annex of [awardListTable(decided), countsTable(decided)]) await writeXlsx(annex);
  return Math.min(overlay.certificates.length, whole.certificates.length);
}

async function everyPaper(): Promise<number> {
  const facts = paperFacts(sources);
  const names = papersOf(facts);
  for (const name of names) {
    const drawn = paperOf(facts, name, { today: TODAY });
    if (drawn !== null) await toDocx(drawn.document);
  }
  return names.length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

export async function benchPapers(): Promise<Result> {
  const certificates = await oneJob();
  if (certificates !== CERTIFICATES) throw new Error(`${certificates} certificates, not ${CERTIFICATES}`);
  const papers = await everyPaper();
  return {
    rows: [
      {
        name: 'papers.certificates40',
        what: '40 Giấy khen in one job, blank, whole page, Word and annexes',
        value: await timed(oneJob),
        unit: 'ms',
        budget: { atMost: 15_000 },
        note: 'computing; drawn and printed by the browser beside it',
      },
      {
        name: 'papers.all',
        what: `Every paper of a campaign with 40 awards (${papers}) as Word files`,
        value: await timed(everyPaper),
        unit: 'ms',
      },
    ],
  };
}
