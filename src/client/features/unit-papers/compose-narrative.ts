/**
 * A first draft of the narrative report out of the sheet's own figures: what was reached, group by group, with numbers
 * and denominators, and what was done. Every word of it is there to be changed. Pure.
 */
import { activityKinds } from '#domain/activity-kinds.ts';
import type { Answers } from '#domain/answers.ts';
import type { CriteriaGroup, CriteriaSet, Criterion } from '#domain/criteria.ts';
import { noonOf } from '#domain/day.ts';
import { score, type ScoreSheet } from '#domain/score.ts';
import { formatDate, formatNumber, formatPercent, formatPoints } from '#domain/vietnamese/format.ts';
import type { Activity, Plan } from '#protocol/subject-records.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';
import { narrativeWords } from '#client/messages/unit.ts';

export interface Paragraph {
  heading: string;
  text: string;
}
export interface NarrativeSources {
  /** Of the unit or hamlet. */
  name: string;
  year: number;
  set: CriteriaSet;
  answers: Answers;
  plan: Plan | undefined;
  activities: readonly Activity[];
}

const { draft } = narrativeWords;
/** What a paragraph holds (`narrativeSchema`), with room to write on. */
const TEXT_MAX = 4500;
const ACTIVITIES_SHOWN = 12;

/** Whole lines, as many as fit. */
function joined(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > TEXT_MAX) break;
    kept.push(line);
  }
  return kept.join('\n');
}

type Scores = ReadonlyMap<string, ScoreSheet['criteria'][number]>;

function criterionLine(criterion: Criterion, scores: Scores, answers: Answers): string {
  const text = criterion.shortText.replace(/[.;:]$/, '');
  const result = scores.get(criterion.id);
  if (result === undefined || result.status === 'missing') return fill(draft.lineMissing, { text });
  const answer = answers[criterion.id];
  if (result.status === 'notApplicable') {
    const reason = typeof answer === 'object' && 'na' in answer ? answer.na : '';
    return fill(draft.lineNotApplicable, { text, reason });
  }
  const { why, points, maxPoints } = result;
  const said = answerWords(criterion, answer, answers).replace(/\.$/, '');
  const reached =
    why.kind === 'ratio'
      ? fill(draft.percent, {
          answer: fill(draft.reached, { n: formatNumber(why.n), d: formatNumber(why.d) }),
          percent: formatPercent(why.n, why.d),
        })
      : said;
  return fill(draft.line, {
    text,
    answer: reached,
    points: formatPoints(points),
    max: formatPoints(maxPoints),
  });
}

function groupParagraph(
  group: CriteriaGroup,
  sheet: ScoreSheet,
  scores: Scores,
  answers: Answers,
): Paragraph {
  const total = sheet.groups.find(({ code }) => code === group.code);
  const isAnswered = group.criteria.some(({ id }) => scores.get(id)?.status !== 'missing');
  const head =
    isAnswered && total !== undefined
      ? fill(draft.group, { points: formatPoints(total.earned), max: formatPoints(total.applicableMax) })
      : draft.groupNothing;
  const lines = isAnswered
    ? group.criteria.map((criterion) => criterionLine(criterion, scores, answers))
    : [];
  return {
    heading: fill(draft.groupHeading, { code: group.code, name: group.name }),
    text: joined([head, ...lines]),
  };
}

function activitiesParagraph(activities: readonly Activity[]): Paragraph[] {
  if (activities.length === 0) return [];
  const list = activityKinds.flatMap((kind) => {
    const n = activities.filter((activity) => activity.kind === kind).length;
    return n === 0 ? [] : [fill(activityWords.counted[kind], { n })];
  });
  const inOrder = [...activities].sort((a, b) => (a.date < b.date ? -1 : 1));
  const lines = inOrder.slice(0, ACTIVITIES_SHOWN).map(({ date, title, people }) =>
    fill(draft.activity, {
      date: formatDate(noonOf(date)),
      title: title.replace(/\.$/, ''),
      people: people === undefined ? '' : fill(draft.activityPeople, { n: formatNumber(people) }),
    }),
  );
  const rest = activities.length - ACTIVITIES_SHOWN;
  return [
    {
      heading: draft.activitiesHeading,
      text: joined([
        fill(draft.activities, { n: activities.length, list: list.join(', ') }),
        ...lines,
        ...(rest > 0 ? [fill(draft.activitiesMore, { n: rest })] : []),
      ]),
    },
  ];
}

export function composeNarrative(sources: NarrativeSources): Paragraph[] {
  const { name, year, set, answers, plan, activities } = sources;
  const sheet = score(set, answers);
  const scores = new Map(sheet.criteria.map((result) => [result.id, result]));
  const all = sheet.criteria.length;
  const general = fill(draft.general, {
    name,
    year,
    all,
    answered: all - sheet.missing.length,
    points: formatPoints(sheet.normalised),
  });
  const planned =
    plan === undefined
      ? []
      : [
          fill(plan.number === '' ? draft.generalPlanUnnumbered : draft.generalPlan, {
            number: plan.number,
            date: formatDate(noonOf(plan.date)),
            extract: plan.extract.replace(/\.$/, ''),
          }),
          ...plan.targets.map(({ text, measure }) => `- ${measure === '' ? text : `${text}: ${measure}`}.`),
        ];
  return [
    { heading: draft.generalHeading, text: joined([general, ...planned]) },
    ...set.groups.map((group) => groupParagraph(group, sheet, scores, answers)),
    ...activitiesParagraph(activities),
  ];
}
