/** What the handlers of a run have written: followed, searched, filtered by level, with the way to the state that ran them. */
import { h } from '../dom.js';
import { t } from '../text.js';
import { clock } from './axis.js';
import { WindowedList } from './windowed.js';

const ROW = 24;
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error'];

export class LogsList {
  /** @param onSelect told which visit of a state to go to */
  constructor(onSelect) {
    Object.assign(this, { onSelect, lines: [], rows: [], visitOf: [], known: 0, isFollowing: true });
    const changed = () => this.filter();
    this.text = h('input', { type: 'search', class: 'tool', placeholder: t('logs.find'), 'aria-label': t('logs.find'), oninput: changed });
    this.level = h('select', { class: 'tool', 'aria-label': t('logs.level'), onchange: changed }, h('option', { value: '' }, t('logs.anyLevel')), LEVELS.map(level => h('option', { value: level }, level)));
    this.follow = h('input', { type: 'checkbox', checked: true, onchange: event => { this.isFollowing = event.target.checked; this.refresh(); } });
    this.empty = h('p', { class: 'sub pad' }, t('logs.empty'));
    this.list = new WindowedList(ROW, i => this.row(this.rows[i]));
    this.element = h('div', {}, h('div', { class: 'filters' }, this.text, this.level, h('label', { class: 'check' }, this.follow, t('logs.follow'))), this.empty, this.list.element);
  }

  attach(scroller) {
    this.scroller = scroller;
    this.list.attach(scroller);
    this.refresh();
  }

  detach() { this.list.detach(); }

  /** Takes lines: `{handler, task, line, level, at}`. */
  add(lines) {
    this.lines.push(...lines);
    this.filter();
  }

  /** Lines of a long run come before the events that tell whose they are. */
  update(run) {
    if (this.known === run.live.view.seen) return;
    this.known = run.live.view.seen;
    this.visitOf = run.live.visitOf;
    this.filter();
  }

  filter() {
    const wanted = this.text.value.toLowerCase(), least = LEVELS.indexOf(this.level.value);
    this.rows = this.lines.filter(line => (!wanted || `${line.handler} ${this.visitOf[line.task]?.name ?? ''} ${line.line}`.toLowerCase().includes(wanted))
      && (least < 0 || LEVELS.indexOf(String(line.level ?? 'info').toLowerCase()) >= least));
    this.refresh();
  }

  refresh() {
    this.empty.hidden = this.lines.length > 0;
    this.list.count = this.rows.length;
    this.list.refresh();
    if (this.isFollowing && this.scroller && this.rows.length) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  row(line) {
    const visit = this.visitOf[line.task];
    return h('div', { class: 'logrow wrow', 'data-level': String(line.level ?? '').toLowerCase() }, h('span', { class: 'num' }, clock(line.at)),
      visit ? h('button', { type: 'button', class: 'link', onclick: () => this.onSelect(visit) }, visit.name + (visit.scope.lane === null ? '' : ` ${visit.scope.lane + 1}`)) : h('span', {}, line.handler ?? ''),
      h('span', { class: 'lvl' }, line.level ?? ''), h('span', { class: 'logtext', tabindex: '0', title: line.line }, line.line));
  }
}
