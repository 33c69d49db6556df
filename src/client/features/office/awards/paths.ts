/** Addresses of the awards' screens. */
export const AWARDS_PATH = '/khen-thuong';
export const SHORTLIST_PATH = `${AWARDS_PATH}/chon`;
export const NOMINATE_PATH = `${AWARDS_PATH}/de-cu`;
export const VOTE_PATH = `${AWARDS_PATH}/hop-xom`;
export const NOTICES_PATH = `${AWARDS_PATH}/niem-yet`;
export const MEETINGS_PATH = `${AWARDS_PATH}/hoi-dong`;
export const LETTERS_PATH = `${AWARDS_PATH}/to-trinh`;
export const DECISIONS_PATH = `${AWARDS_PATH}/quyet-dinh`;
export const UPWARD_PATH = `${AWARDS_PATH}/cap-tren`;
export const DELIVERY_PATH = `${AWARDS_PATH}/cap-phat`;
export const RULES_PATH = `${AWARDS_PATH}/quy-tac`;

export const noticePath = (id: string): string => `${NOTICES_PATH}/${id}`;
export const decisionPath = (id: string): string => `${DECISIONS_PATH}/${id}`;
/** A draft decision on this letter. */
export const prepareDecisionPath = (letterId: string): string => `${DECISIONS_PATH}/moi?to-trinh=${letterId}`;
export const voteOfHamletPath = (hamletId: string): string => `${VOTE_PATH}?xom=${hamletId}`;
/** `step`: as the list's filter names it. */
export const awardsAtPath = (step: string): string => `${AWARDS_PATH}?buoc=${step}`;
/** The minutes of the hamlet's meeting that voted on this award. */
export const villageMinutesPath = (awardId: string): string => `/van-ban/bien-ban/${awardId}`;
/** The official papers, and the certificates of a decision: screens of their own. */
export const papersOfPath = (aboutId: string): string => `/van-ban?ve=${aboutId}`;
export const certificatesPath = (decisionId: string): string => `/giay-khen?quyet-dinh=${decisionId}`;
