/** The judge of each kind. A kind without one is kept apart and judged again by a build that has it. */
import type { Operation } from '#protocol/operation.ts';
import { judgeAnswersSave } from './answers-save.ts';
import { judgeAssessmentSubmit } from './assessment-submit.ts';
import { judgeCommentAdd } from './comment-add.ts';
import { quarantined, type Bench, type Judgement } from './judge.ts';
import { judgeRecordPut } from './record-put.ts';

export async function judge(bench: Bench, operation: Operation): Promise<Judgement> {
  switch (operation.kind) {
    case 'answers.save':
      return judgeAnswersSave(bench, operation);
    case 'assessment.submit':
      return judgeAssessmentSubmit(bench, operation);
    case 'comment.add':
      return judgeCommentAdd(bench, operation);
    case 'record.put':
      return judgeRecordPut(bench, operation);
    case 'photo.add':
    case 'photo.remove':
    case 'assessment.move':
    case 'score.set':
      return quarantined('UNKNOWN_KIND');
  }
}
