/** What the mouse does by dragging, by keyboard: a place is chosen in the graph. */

/** Lets the selected state of a Studio be put elsewhere. */
export function moveByKey(studio) {
  const entry = studio.document.index.get(studio.selected);
  if (!entry || studio.mode !== 'design') return;
  studio.canvas.choosePlace(entry.name, entry.path, place => {
    studio.move(entry.path, place);
    studio.canvas.graph.focus(studio.selected);
  });
}

/** Lets the item of the palette that has the focus be put into the graph. */
export function placeByKey(studio) {
  const item = studio.mode === 'design' && studio.palette.itemOf(document.activeElement);
  if (!item) return;
  studio.canvas.choosePlace(item.title, studio.selected, place => {
    studio.insert(item, place);
    studio.canvas.graph.focus(studio.selected);
  });
}
