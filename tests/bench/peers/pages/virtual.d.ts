/** The form in the words of the library of this page; made by the build (`../../peers-build.ts`). */
declare module 'virtual:form' {
  // oxlint-disable-next-line typescript/no-explicit-any
  const definition: any;
  // oxlint-disable-next-line import/no-default-export
  export default definition;
}
