/** What goes in and comes out of the routes of rescue files. */
import { RESCUE_BYTES_MAX, RESCUE_TYPE } from '#protocol/rescue.ts';

const file = {
  response: { schema: 'RescueReply' },
  headers: {
    'Content-Type': `"${RESCUE_TYPE}": a RescueFile as JSON, encrypted with age to the recipient of EnrolResponse or PublicCampaign; at most ${RESCUE_BYTES_MAX} bytes`,
  },
} as const;

export const rescueMessages = {
  'POST /api/v1/rescue': file,
  'POST /api/v1/rescue/import': file,
} as const;
