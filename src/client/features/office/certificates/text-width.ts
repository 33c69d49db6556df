/** How wide letters are, measured by the browser with the face the certificate is printed in. */
import { roughWidth, type WidthOf } from '#domain/certificates/fit.ts';

/** Official papers use Times New Roman; the others have its measures. */
export const PRINT_FACE = "'Times New Roman', 'Liberation Serif', Tinos, serif";

const AT_PX = 100;

/** Where there is no canvas (a program without a screen) widths are reckoned a little too wide. */
export function browserWidth(): WidthOf {
  if (typeof CanvasRenderingContext2D === 'undefined') return roughWidth;
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return roughWidth;
  return (text, { bold, italic }) => {
    context.font = `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${AT_PX}px ${PRINT_FACE}`;
    return context.measureText(text).width / AT_PX;
  };
}
