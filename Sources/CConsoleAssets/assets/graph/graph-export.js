/** A graph as a file: SVG that stands alone, PNG, or the definition with what the run made of each state. */

const NAMESPACE = 'http://www.w3.org/2000/svg';
/** What of the computed style is written into the file. */
const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'];
const MARGIN = 24;

/** The graph as the text of an SVG file with its colours written out; parts that are pressed stand there as what they show. */
export function svgText(graph) {
  graph.faces.complete(true);
  const { w, h } = graph.placed, clone = graph.svg.cloneNode(true);
  const originals = [graph.svg, ...graph.svg.querySelectorAll('*')], copies = [clone, ...clone.querySelectorAll('*')];
  for (const element of clone.querySelectorAll('foreignObject, [data-drop]')) element.remove();
  copies.forEach((copy, i) => {
    const style = getComputedStyle(originals[i]);
    if (copy instanceof SVGGeometryElement || copy instanceof SVGTextElement) {
      for (const name of STYLES) {
        const value = style.getPropertyValue(name);
        if (value && value !== 'none 0s ease 0s') copy.setAttribute(name, value);
      }
    }
    // Paths hold control characters, which XML forbids.
    for (const { name } of [...copy.attributes]) if (name.startsWith('data-')) copy.removeAttribute(name);
    for (const name of ['tabindex', 'aria-pressed', 'class', 'role', 'aria-label', 'aria-hidden']) copy.removeAttribute(name);
  });
  for (const strip of graph.strips.values()) clone.querySelector(':scope > g').append(strip.picture() ?? '');
  clone.setAttribute('xmlns', NAMESPACE);
  clone.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${w + 2 * MARGIN} ${h + 2 * MARGIN}`);
  clone.setAttribute('width', w + 2 * MARGIN);
  clone.setAttribute('height', h + 2 * MARGIN);
  clone.querySelector(':scope > g').removeAttribute('transform');
  const ground = document.createElementNS(NAMESPACE, 'rect');
  for (const [name, value] of Object.entries({ x: -MARGIN, y: -MARGIN, width: '100%', height: '100%', fill: getComputedStyle(document.body).backgroundColor })) ground.setAttribute(name, value);
  clone.insertBefore(ground, clone.querySelector(':scope > g'));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(clone)}\n`;
}

/** The graph as a PNG at twice its size. */
export async function pngBlob(graph) {
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error('the picture could not be drawn'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(graph))}`;
  });
  const canvas = document.createElement('canvas'), scale = Math.min(2, 16_000 / Math.max(image.width, image.height));
  canvas.width = Math.ceil(image.width * scale);
  canvas.height = Math.ceil(image.height * scale);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
}

/** Hands the user a file. */
export function download(name, content, type = 'application/octet-stream') {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser fetches it later: one that is taken back at once may be gone by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
