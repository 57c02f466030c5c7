/** How wide texts of a graph are. */

const pen = document.createElement('canvas').getContext('2d');
const widths = new Map();

/** The width of a text in a font, in pixels. */
export function widthOf(text, font) {
  const key = font + '\n' + text;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20_000) widths.clear();
    pen.font = font;
    widths.set(key, width = pen.measureText(text).width);
  }
  return width;
}

/** The text, cut with an ellipsis when it is wider than `most`; never within a character. */
export function fit(text, most, font) {
  if (widthOf(text, font) <= most) return text;
  const letters = [...text];
  let low = 0, high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(letters.slice(0, middle).join('') + '…', font) <= most) low = middle;
    else high = middle - 1;
  }
  return letters.slice(0, low).join('') + '…';
}
