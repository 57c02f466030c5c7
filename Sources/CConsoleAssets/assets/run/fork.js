/** A new execution that begins at a state of an earlier one, with the data that state had or others. */
import { h, field, openDialog } from '../dom.js';
import { t } from '../text.js';
import { post } from '../api.js';
import { runPath } from '../place.js';
import { prettyJSON } from '../json/text.js';
import { reachableFrom } from '../studio/edits.js';

/** Whether a run can be forked at a state: the top level only, and when the state was entered. */
export const canFork = (entry, visit) => entry.parent === null && visit !== undefined;

/**
 * Asks for the data and starts.
 *
 * @param visit the visit whose input is offered @param definition the text that ran @param load fetches an input that is large @param path the endpoint of the run
 */
export async function openFork({ entry, visit, definition, path, load, ctx }) {
  const text = visit.input !== null && typeof visit.input === 'object' ? await load(visit.input.ref) : visit.input;
  const stop = () => ctx.setQuery({ fork: null });
  ctx.setQuery({ fork: entry.path });
  const dialog = openDialog(t('fork.title', { name: entry.name }), close => {
    const input = h('textarea', { id: 'fork-input', rows: 12, spellcheck: 'false', value: prettyJSON(text ?? '{}') }), name = h('input', { type: 'text', id: 'fork-name', maxlength: 80, spellcheck: 'false' });
    const fault = h('p', { class: 'fault', role: 'alert' });
    const start = async event => {
      event.preventDefault();
      try {
        JSON.parse(input.value);
        const made = await post(`${path}/rerun`, { from: entry.name, definition: reachableFrom(definition, entry.name), input: input.value, ...(name.value.trim() ? { name: name.value.trim() } : {}) });
        close();
        ctx.go(ctx.to(runPath(made.machine, made.name)));
      } catch (error) { fault.textContent = error.message; }
    };
    return h('form', { onsubmit: start }, h('p', {}, t('fork.text')), field(t('fork.input'), input), field(t('fork.name'), name), fault, h('footer', {}, h('button', { type: 'button', class: 'btn', onclick: close }, t('cancel')), h('button', { class: 'btn primary', id: 'fork-start' }, t('fork.start'))));
  });
  dialog.addEventListener('close', stop);
}
