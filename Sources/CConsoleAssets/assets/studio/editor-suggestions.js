/** The list of suggestions at the cursor of an editor. */
import { h, put } from '../dom.js';
import { t } from '../text.js';

const ROWS = 60;
let lists = 0;

export class Suggestions {
  /** @param editor the editor @param suggest gives `{from, to, items: [{text, note, insert}]}` or null for `(text, offset)` of the whole text */
  constructor(editor, suggest) {
    Object.assign(this, { editor, suggest, items: [], at: 0, id: `suggestions-${lists++}` });
    this.element = h('ul', { class: 'suggestions', role: 'listbox', id: this.id, hidden: true, 'aria-label': t('editor.suggestions') });
    this.element.addEventListener('pointerdown', event => {
      const row = event.target.closest('li');
      event.preventDefault();
      if (row) this.take(Number(row.dataset.i));
    });
    editor.area.setAttribute('aria-autocomplete', 'list');
    editor.area.setAttribute('aria-controls', this.id);
  }

  get isOpen() { return !this.element.hidden; }

  /** Opens at the cursor, or brings up to date what is open; typing opens it by itself inside names and values. */
  update() {
    const { text, cursor } = this.editor, found = this.suggest(text, cursor);
    if (!found?.items.length) return this.close();
    const typed = text.slice(found.from, cursor).toLowerCase();
    const items = found.items.filter(item => item.text.toLowerCase().includes(typed)).slice(0, ROWS);
    // Nothing is offered that is written already.
    if (!items.length || (items.length === 1 && items[0].text.toLowerCase() === typed)) return this.close();
    Object.assign(this, { items, found, at: 0 });
    this.show();
  }

  open() { this.update(); }

  show() {
    put(this.element, this.items.map((item, i) => h('li', { role: 'option', id: `${this.id}-${i}`, 'data-i': String(i), 'aria-selected': String(i === this.at) }, h('span', {}, item.text), item.note ? h('small', {}, item.note) : null)));
    this.element.hidden = false;
    this.editor.area.setAttribute('aria-activedescendant', `${this.id}-${this.at}`);
    const [x, y] = this.editor.caretPoint, box = this.editor.element.getBoundingClientRect();
    this.element.style.left = `${Math.max(0, Math.min(x - box.x, box.width - 260))}px`;
    const isBelow = y - box.y + 230 < box.height;
    this.element.style.top = isBelow ? `${y - box.y}px` : '';
    this.element.style.bottom = isBelow ? '' : `${box.bottom - y + 22}px`;
    this.element.children[this.at]?.scrollIntoView({ block: 'nearest' });
  }

  close() {
    this.element.hidden = true;
    this.editor.area.removeAttribute('aria-activedescendant');
  }

  /** Takes keys while it is open. Gives whether it did. */
  key(event) {
    if (!this.isOpen) return false;
    const act = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Enter: () => this.take(this.at), Tab: () => this.take(this.at), Escape: () => this.close() }[event.key];
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  }

  move(by) {
    this.at = (this.at + by + this.items.length) % this.items.length;
    this.show();
  }

  take(i) {
    const item = this.items[i], { folds } = this.editor;
    this.close();
    this.editor.insert(item.insert ?? item.text, { from: folds.toShown(this.found.from), to: folds.toShown(this.found.to) });
    this.close();
  }
}
