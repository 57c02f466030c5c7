// Drawing anew what has changed and nothing else: an element that is still there stays the same one, with its focus, its scrolling, and the button that somebody holds down.
import { flat, setActs } from './dom.js';

/**
 * Puts children in the place of what a node has, as `put` does, but what is there already becomes what is new.
 *
 * Elements are told apart by their `key`, a button else by its words and a link by where it leads: what is pressed never becomes something else under the finger.
 * One that has a `source`, a list of what it was made of, stays as it is while that is the same and is replaced when it is not.
 */
export function redraw(node, ...children) {
  settle(node, flat(children));
  return node;
}

/** Marks an element that somebody keeps a hold of: it never stands in for another. */
export function own(node) {
  node.source = [Symbol('own')];
  return node;
}

const keyOf = node => node.key ?? (node.id || node.getAttribute('href') || (node.localName === 'button' ? node.getAttribute('aria-label') ?? node.textContent : ''));
const kindOf = node => (node instanceof Element ? `${node.localName} ${keyOf(node)}` : node.nodeName);
const isSame = (one, other) => one === other || Boolean(one && other && one.length === other.length && one.every((part, i) => part === other[i]));

function settle(node, wanted) {
  const here = new Set(wanted), free = new Map();
  for (const old of node.childNodes) {
    if (here.has(old)) continue;
    const kind = kindOf(old);
    if (free.has(kind)) free.get(kind).push(old);
    else free.set(kind, [old]);
  }
  const kept = new Set(), nodes = wanted.map(next => {
    if (next.parentNode === node) return kept.add(next), next;
    const all = free.get(kindOf(next)), at = all?.findIndex(old => isSame(old.source, next.source)) ?? -1;
    if (at < 0) return next;
    const [old] = all.splice(at, 1);
    kept.add(old);
    if (next.source === undefined) become(old, next);
    return old;
  });
  for (const old of [...node.childNodes]) if (!kept.has(old)) old.remove();
  let at = node.firstChild;
  for (const next of nodes) {
    // One that has gone further back makes way; to move what comes behind it would take it from under the pointer.
    if (at && at !== next && at.nextSibling === next) {
      node.append(at);
      at = next;
    }
    if (at === next) at = at.nextSibling;
    else node.insertBefore(next, at);
  }
}

/** Makes an element look and act like another that has just been made. */
function become(old, next) {
  if (!(old instanceof Element)) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  // Whether details are open is the reader's business.
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name) && !(name === 'open' && old.localName === 'details')) old.removeAttribute(name);
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) === value) continue;
    // The page's policy forbids styles in attributes; through the style object they may be set.
    if (name === 'style') old.style.cssText = next.style.cssText;
    else old.setAttribute(name, value);
  }
  setActs(old, next.acts);
  old.copies = next.copies;
  settle(old, [...next.childNodes]);
}
