/** A new execution that shares the history of an earlier one up to a state, and goes on from there with the data that state had or others. */
import { h, field, openDialog } from '../dom.js';
import { t } from '../text.js';
import { post } from '../api.js';
import { runPath } from '../place.js';
import { prettyJSON } from '../json/text.js';

/** Whether a run can be forked at a visit of a state. */
export const canFork = visit => visit !== undefined && visit.events.length > 0;

/**
 * Asks for the data and starts.
 *
 * @param visit the visit whose input is offered @param load fetches an input that is large @param path the endpoint of the run
 */
export async function openFork({ entry, visit, path, load, ctx, isChild }) {
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
        const made = await post(`${path}/fork`, { event: visit.events[0], input: input.value, ...(name.value.trim() ? { name: name.value.trim() } : {}) });
        close();
        ctx.go(ctx.to(runPath(made.machine, made.name)));
      } catch (error) { fault.textContent = error.message; }
    };
    return h('form', { onsubmit: start }, h('p', {}, t('fork.text')), isChild ? h('p', { class: 'note' }, t('fork.child')) : null, field(t('fork.input'), input), field(t('fork.name'), name), fault, h('footer', {}, h('button', { type: 'button', class: 'btn', onclick: close }, t('cancel')), h('button', { class: 'btn primary', id: 'fork-start' }, t('fork.start'))));
  });
  dialog.addEventListener('close', stop);
}
