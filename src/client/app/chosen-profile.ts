/** Whom the person picked in this tab; gone with the tab, so that the next person is asked again. */
const KEY = 'thidua-profile';

export const chosenProfileId = (): string | null => sessionStorage.getItem(KEY);
export const chooseProfile = (id: string): void => sessionStorage.setItem(KEY, id);
export const forgetChosen = (): void => sessionStorage.removeItem(KEY);
