/**
 * What the commune must have made of the operations, in the order of its log: written from the protocol's words alone
 * (`protocol.md` §2, §3, §7), and nothing of it taken from the server.
 */
import type { AssessmentState, Operation } from '#protocol/operation.ts';

/** Role, from, to. */
const steps: ReadonlySet<string> = new Set([
  'hamletHead received withdrawn',
  'officer received underReview',
  'officer underReview received',
  'officer received returned',
  'officer underReview returned',
  'officer underReview verified',
  'officer verified underReview',
  'officer verified final',
  'officer final underReview',
]);
const withWords: ReadonlySet<string> = new Set(['verified underReview', 'final underReview']);
const sendsIn: ReadonlySet<AssessmentState> = new Set(['draft', 'received', 'returned', 'withdrawn']);
const scoredIn: ReadonlySet<AssessmentState> = new Set(['received', 'underReview']);

export interface Version {
  opId: string;
  points: number;
  reasonCode: string;
  person: string;
  /** Given since the form was last opened again after it was verified. */
  isChange: boolean;
}

export interface Doer {
  role: 'officer' | 'hamletHead';
  /** Account. */
  person: string;
}

export interface Told {
  verdict: string;
  code: string;
}

const applied: Told = { verdict: 'applied', code: '' };
const refused = (code: string): Told => ({ verdict: 'refused', code });
const aside: Told = { verdict: 'quarantined', code: 'ARGS_INVALID' };

/** What a version says; why it says so is no difference. */
const meaning = ({ points, reasonCode }: Version): string =>
  reasonCode === 'takenBack' || reasonCode === 'notApplicable' ? reasonCode : String(points);

export const distinct = (versions: readonly Version[]): number => new Set(versions.map(meaning)).size;

export class Model {
  state: AssessmentState = 'draft';
  statusRev = 0;
  /** The sending that stands; '' = none. */
  current = '';
  /** After it was verified, and for the same sending. */
  isOpenedAgain = false;
  readonly digests = new Map<string, string>();
  /** Living versions by `submission criterion`. */
  readonly alive = new Map<string, Version[]>();
  /** Versions by the operations that named them. */
  readonly supersededBy = new Map<string, string>();
  readonly accepted: string[] = [];
  private readonly questions: readonly string[];
  /** The head's own answers: living versions by question, and those superseded before they came. */
  private readonly answers = new Map<string, { opId: string; text: string }[]>();
  private readonly dead = new Set<string>();

  constructor(questions: readonly string[]) {
    this.questions = questions;
  }

  standing(submission: string, criterionId: string): readonly Version[] {
    return this.alive.get(`${submission} ${criterionId}`) ?? [];
  }

  /** What is to be told of this operation, at its place in the log. */
  take(operation: Operation, { role, person }: Doer, digest: string): Told {
    switch (operation.kind) {
      case 'assessment.submit':
        if (role !== 'hamletHead') return refused('NOT_PERMITTED');
        if (!sendsIn.has(this.state)) return refused('STATE_GUARD');
        this.state = 'received';
        this.statusRev += 1;
        this.current = operation.opId;
        this.isOpenedAgain = false;
        this.digests.set(operation.opId, digest);
        this.writeSheet(operation);
        return applied;
      case 'assessment.move':
        return this.move(operation.args, { role, person });
      case 'score.set':
        return this.score(operation.opId, operation.args, person);
      case 'answers.save': {
        const { changes } = operation.args;
        for (const [criterionId, { value, bases }] of Object.entries(changes))
          this.write(operation.opId, criterionId, JSON.stringify(value ?? null), bases);
        const disputed = Object.keys(changes).some(
          (criterionId) => new Set(this.answers.get(criterionId)?.map(({ text }) => text)).size > 1,
        );
        return disputed ? { verdict: 'conflict', code: '' } : applied;
      }
      default:
        return applied;
    }
  }

  private writeSheet({ opId, args }: Extract<Operation, { kind: 'assessment.submit' }>): void {
    const { snapshot, bases } = args;
    for (const criterionId of new Set([...Object.keys(snapshot), ...Object.keys(bases)]))
      this.write(opId, criterionId, JSON.stringify(snapshot[criterionId] ?? null), bases[criterionId] ?? []);
  }

  private write(opId: string, criterionId: string, text: string, bases: readonly string[]): void {
    for (const base of bases) this.dead.add(`${criterionId} ${base}`);
    const versions = [...(this.answers.get(criterionId) ?? []), { opId, text }];
    this.answers.set(
      criterionId,
      versions.filter((version) => !this.dead.has(`${criterionId} ${version.opId}`)),
    );
  }

  private move(args: Extract<Operation, { kind: 'assessment.move' }>['args'], { role, person }: Doer): Told {
    const leads = [...steps].some((step) => step.startsWith(`${role} `) && step.endsWith(` ${args.to}`));
    if (!leads) return refused('NOT_PERMITTED');
    if (!steps.has(`${role} ${this.state} ${args.to}`) || args.statusRev !== this.statusRev)
      return refused('STATE_GUARD');
    if (args.submission !== this.current) return refused('STALE_BASIS');
    const asks = args.to === 'returned';
    if ((asks || withWords.has(`${this.state} ${args.to}`)) && args.reason === undefined) return aside;
    if (asks && args.items === undefined) return aside;
    if (args.to === 'verified' && !this.isResolved()) return refused('UNRESOLVED');
    const changes = this.questions
      .flatMap((id) => this.standing(this.current, id))
      .filter((each) => each.isChange);
    if (args.to === 'verified' && changes.some((change) => change.person === person))
      return refused('SECOND_PERSON');
    if (withWords.has(`${this.state} ${args.to}`)) {
      this.isOpenedAgain = true;
      for (const versions of this.alive.values()) for (const version of versions) version.isChange = false;
    }
    this.state = args.to;
    this.statusRev += 1;
    if (args.to === 'withdrawn') this.current = '';
    return applied;
  }

  /** Every question has one undisputed number of points. */
  private isResolved(): boolean {
    return this.questions.every((criterionId) => {
      const versions = this.standing(this.current, criterionId);
      return distinct(versions) === 1 && versions.every(({ reasonCode }) => reasonCode !== 'takenBack');
    });
  }

  private score(
    opId: string,
    {
      submission,
      criterionId,
      points,
      reasonCode,
      basis,
      bases,
    }: Extract<Operation, { kind: 'score.set' }>['args'],
    person: string,
  ): Told {
    if (!scoredIn.has(this.state)) return refused('STATE_GUARD');
    if (submission !== this.current || this.digests.get(submission) !== basis) return refused('STALE_BASIS');
    // No answer in this village is "không áp dụng".
    if (reasonCode === 'notApplicable') return aside;
    const key = `${submission} ${criterionId}`;
    const left = this.standing(submission, criterionId).filter((version) => !bases.includes(version.opId));
    for (const base of bases) this.supersededBy.set(base, opId);
    const version = { opId, points, reasonCode, person, isChange: this.isOpenedAgain };
    const versions = this.supersededBy.has(opId) ? left : [...left, version];
    this.alive.set(key, versions);
    this.accepted.push(opId);
    return distinct(versions) > 1 ? { verdict: 'conflict', code: '' } : applied;
  }
}
