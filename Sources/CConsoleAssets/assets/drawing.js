// A picture of a definition, without statuses.

/** Draws into an element; gives a function that takes the picture away. A text that is no definition draws nothing. */
export function drawing(host, text) {
  let graph = null;
  let isGone = false;
  import('./graph/graph.js').then(({ Graph }) => {
    if (isGone) return;
    graph = new Graph(host, { plain: true, label: host.getAttribute('aria-label') });
    graph.set(typeof text === 'string' ? JSON.parse(text) : text);
  }).catch(error => console.warn('no picture', error));
  return () => { isGone = true; graph?.destroy(); };
}
