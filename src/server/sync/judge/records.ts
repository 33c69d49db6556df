/** `record.put`: all dated data. One record by itself, one that waits in a batch, or the record that settles a batch. */
import { holdInBatch, settleBatch } from './batches.ts';
import { applied, type Judge } from './judge.ts';
import { judgePut } from './record-put.ts';

export const judgeRecordPut: Judge<'record.put'> = async (bench, { opId, args }) => {
  if (args.batchId !== undefined) return holdInBatch(bench, { opId, args, batchId: args.batchId });
  const put = await judgePut(bench, args);
  if ('verdict' in put) return put;
  const unsettled = args.entity === 'batch' ? await settleBatch(bench, args, put.existing) : null;
  if (unsettled !== null) return unsettled;
  await put.write(bench, opId);
  return applied;
};
