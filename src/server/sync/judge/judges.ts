/** The judge of each kind. A kind without one is kept apart and judged again by a build that has it. */
import type { Operation } from '#protocol/operation.ts';
import { judgeAnswersSave } from './answers-save.ts';
import { judgeAssessmentMove } from './assessment-move.ts';
import { judgeAssessmentSubmit } from './assessment-submit.ts';
import { judgeCommentAdd } from './comment-add.ts';
import type { Bench, Judgement } from './judge.ts';
import { judgePhotoAdd } from './photo-add.ts';
import { judgePhotoRemove } from './photo-remove.ts';
import { judgeRecordPut } from './records.ts';
import { judgeScoreSet } from './score-set.ts';

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
    case 'assessment.move':
      return judgeAssessmentMove(bench, operation);
    case 'score.set':
      return judgeScoreSet(bench, operation);
    case 'photo.add':
      return judgePhotoAdd(bench, operation);
    case 'photo.remove':
      return judgePhotoRemove(bench, operation);
  }
}
