/** The reader's own worker, bundled as a file of ours so that the content policy takes it. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
