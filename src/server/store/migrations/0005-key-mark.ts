/** Which key the commune signs with, so that a server started beside another folder of data is told so and signs nothing. */
export const keyMark: readonly string[] = ['alter table commune add column key_mark text'];
