/** What the bundler puts into the worker. */
interface ImportMeta {
  readonly env: { readonly VITE_BUILD_ID: string };
}
