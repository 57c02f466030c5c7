/** Tabs as the keyboard expects them: arrows move and choose, Home and End go to the ends. */
import { h } from '../dom.js';

/**
 * A list of tabs for one panel.
 *
 * @param items `[{key, text}]` @param panel the element the tabs change
 * @returns `{element, select(key), set(items), chosen}`
 */
export function tabList({ id, label, panel, items, onChoose }) {
  const list = { chosen: null, element: h('div', { class: 'tabs', role: 'tablist', 'aria-label': label }), items: [] };
  const buttonOf = key => list.element.querySelector(`[data-tab="${key}"]`);
  list.select = key => {
    list.chosen = key;
    for (const button of list.element.children) {
      const isChosen = button.dataset.tab === key;
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
      if (isChosen) bring(list.element, button);
    }
    panel.setAttribute('aria-labelledby', `${id}-${key}`);
  };
  list.set = next => {
    if (next.map(item => item.key).join() === list.items.map(item => item.key).join()) return;
    list.items = next;
    const hadFocus = list.element.contains(document.activeElement) ? document.activeElement.dataset.tab : undefined;
    list.element.replaceChildren(...next.map(({ key, text }) => h('button', {
      type: 'button', role: 'tab', id: `${id}-${key}`, 'data-tab': key, 'aria-controls': panel.id, onclick: () => onChoose(key),
    }, text)));
    if (list.chosen) list.select(list.chosen);
    if (hadFocus) buttonOf(hadFocus)?.focus();
  };
  list.element.addEventListener('keydown', event => {
    const keys = list.items.map(item => item.key), at = keys.indexOf(event.target.dataset?.tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const key = keys[(to + keys.length) % keys.length];
    onChoose(key);
    buttonOf(key)?.focus();
  });
  list.set(items);
  return list;
}

/** Scrolls a bar of tabs to one of them, and nothing else: the page stays where it is. */
function bring(bar, button) {
  const outer = bar.getBoundingClientRect(), inner = button.getBoundingClientRect();
  if (inner.left < outer.left) bar.scrollLeft += inner.left - outer.left;
  else if (inner.right > outer.right) bar.scrollLeft += inner.right - outer.right;
}
