/** What is wrong with a definition: found at once where reading stops, by the server for all else, and resources that are placeholders. */
import { h, put } from '../dom.js';
import { t } from '../text.js';
import { post } from '../api.js';
import { readJSON, nodeAt, placeOf } from '../json/text.js';
import { statePath } from './edits.js';

/** How long typing must rest before the server is asked. */
const REST = 250;
const SHOWN = 3;
/** Accounts that stand for "yours" in AWS's documents. */
const EXAMPLE_ACCOUNTS = /:(111122223333|123456789012|444455556666|777788889999):/;

export class Problems {
  /** @param onShow told all problems `(problems)`; @param onGo told the problem that was chosen */
  constructor({ onShow, onGo }) {
    Object.assign(this, { onShow, onGo, list: [], turn: 0 });
    this.line = h('div', { class: 'probline' });
    this.element = h('section', { class: 'problems', 'aria-label': t('problems.label'), role: 'status' }, this.line);
  }

  /** Looks at a document anew. */
  check(document, { type, resources, drawnIn }) {
    Object.assign(this, { document, drawnIn });
    clearTimeout(this.timer);
    const mine = ++this.turn;
    if (document.error) {
      const { line, column, message } = document.error;
      return this.show([{ severity: 'error', line: line ?? 1, column: column ?? 1, message: t('studio.broken', { line: line ?? 1, what: message }), isBroken: true }]);
    }
    const own = placeholders(document, resources);
    this.timer = setTimeout(async () => {
      try {
        const { problems } = await post('validate', { definition: document.text, type });
        if (mine === this.turn) this.show([...problems.map(problem => ({ ...problem, severity: problem.severity.toLowerCase() })), ...own]);
      } catch (error) {
        if (mine === this.turn) this.show([...own, { severity: 'warning', line: 1, column: 1, message: t('problems.unchecked', { why: error.message }) }]);
      }
    }, REST);
  }

  show(problems) {
    this.list = problems;
    const order = [...problems].sort((a, b) => (a.severity === 'error' ? 0 : 1) - (b.severity === 'error' ? 0 : 1) || a.line - b.line);
    const row = problem => h('button', { type: 'button', class: problem.severity === 'error' ? 'e' : 'w', onclick: () => this.onGo(problem) }, `${problem.severity === 'error' ? '✕' : '!'} ${problem.isBroken ? problem.message : `${t('problems.line', { line: problem.line })} ${problem.message}`}`);
    const rest = order.length - SHOWN;
    put(this.line, order.length ? [order.slice(0, SHOWN).map(row), rest > 0 ? h('details', { class: 'menu' }, h('summary', {}, t('problems.more', { count: rest })), h('div', { class: 'pop up wide' }, order.slice(SHOWN).map(row))) : null]
      : [h('span', { class: 'g' }, `✓ ${t('problems.none')}`), h('span', { class: 'sub' }, t('problems.states', { count: this.document.index.size }))]);
    this.onShow(problems);
  }

  /** Whether nothing forbids saving. */
  get hasErrors() { return this.list.some(problem => problem.severity === 'error'); }
}

/** Whether a resource stands for one that must be put in: a parameter, an account of AWS's documents, nothing at all. */
export function isPlaceholder(resource, resources) {
  if (typeof resource !== 'string') return false;
  if (resource === '' || /\$\{[^}]+\}/.test(resource) || EXAMPLE_ACCOUNTS.test(resource)) return true;
  return /:lambda:[^:]*:\d{12}:function:/.test(resource) && resources.length > 0 && !resources.some(one => resource === one.arn || resource.startsWith(`${one.arn}:`));
}

/** The placeholders of a definition as warnings at their lines. */
function placeholders(document, resources) {
  const found = [], root = readJSON(document.text);
  for (const entry of document.index.values()) {
    const fields = [['Resource', entry.state.Resource], ...Object.entries(entry.state.Parameters ?? entry.state.Arguments ?? {}).filter(([key]) => /(Arn|Url|FunctionName)$/.test(key))];
    for (const [key, value] of fields) {
      if (!isPlaceholder(value, resources)) continue;
      const path = statePath(entry.path, document.definition), node = nodeAt(root, key === 'Resource' ? [...path, key] : [...path, entry.state.Parameters ? 'Parameters' : 'Arguments', key]);
      if (node) found.push({ severity: 'warning', ...placeOf(document.text, node.start), message: t('problems.placeholder', { name: entry.name, field: key }), path: entry.path, isPlaceholder: true });
    }
  }
  return found;
}
