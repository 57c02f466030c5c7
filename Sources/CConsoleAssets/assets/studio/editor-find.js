/** The bar that finds text in an editor. */
import { h } from '../dom.js';
import { t } from '../text.js';

export class FindBar {
  constructor(editor) {
    Object.assign(this, { editor, at: -1 });
    this.input = h('input', { type: 'search', placeholder: t('editor.find'), 'aria-label': t('editor.find'), oninput: () => this.search() });
    this.count = h('span', { class: 'sub', role: 'status' });
    const button = (text, label, act) => h('button', { type: 'button', class: 'mini', 'aria-label': label, title: label, onclick: act }, text);
    this.element = h('div', { class: 'findbar', hidden: true }, this.input, button('↑', t('editor.previous'), () => this.step(-1)), button('↓', t('editor.next'), () => this.step(1)), this.count, h('span', { class: 'grow' }), button('✕', t('close'), () => this.close()));
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === this.input) this.step(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  open() {
    const { area } = this.editor, chosen = area.value.slice(area.selectionStart, area.selectionEnd);
    this.element.hidden = false;
    if (chosen && !chosen.includes('\n')) this.input.value = chosen;
    this.input.focus();
    this.input.select();
    this.search();
  }

  close() {
    this.element.hidden = true;
    this.editor.wanted = '';
    this.editor.draw();
    this.editor.area.focus();
  }

  search() {
    const wanted = this.input.value.toLowerCase(), text = this.editor.text.toLowerCase();
    this.places = [];
    for (let at = wanted ? text.indexOf(wanted) : -1; at >= 0 && this.places.length < 10_000; at = text.indexOf(wanted, at + wanted.length)) this.places.push(at);
    this.editor.wanted = this.input.value;
    const cursor = this.editor.cursor;
    this.at = this.places.length ? Math.max(0, this.places.findIndex(place => place >= cursor)) : -1;
    this.show();
  }

  step(by) {
    if (!this.places?.length) return;
    this.at = (this.at + by + this.places.length) % this.places.length;
    this.show();
  }

  show() {
    this.count.textContent = this.input.value ? t('json.found', { index: this.at + 1, count: this.places.length }) : '';
    const place = this.places[this.at];
    if (place !== undefined) this.editor.select(place, place + this.input.value.length);
    this.editor.draw();
  }
}
