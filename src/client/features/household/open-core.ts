/** The door to the later part of the family's app; imported only when the first page is on screen. */
export { openProfile } from '#client/app/open-profile.ts';
