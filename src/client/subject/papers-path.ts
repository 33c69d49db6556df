/** Where the papers of a hamlet or a unit are, below its home. */
export const papersPath = (home: string): string => `${home}/ho-so`;
export const planPath = (home: string): string => `${papersPath(home)}/ke-hoach`;
export const narrativePath = (home: string): string => `${papersPath(home)}/bao-cao`;
export const reportFilePath = (home: string): string => `${narrativePath(home)}/tai-ve`;
export const nominationsPath = (home: string): string => `${papersPath(home)}/ca-nhan`;
export const nominationPath = (home: string, id: string): string => `${nominationsPath(home)}/${id}`;
export const lastYearPath = (home: string): string => `${papersPath(home)}/nam-truoc`;
