/** What a Studio keeps on the server, and what it runs once that is kept. */
import { action, post, put as replace } from '../api.js';
import { say, sayError } from '../dom.js';
import { runPath } from '../place.js';
import { openStart } from '../start.js';
import { t } from '../text.js';
import { reachableFrom } from './edits.js';

/** Saves the machine, or makes it. Gives whether it did. */
export async function save(studio) {
  if (studio.document.error) return sayError(studio.document.error), false;
  const { settings, tagList } = studio.config, definition = studio.document.text;
  try {
    if (studio.machine.stateMachineArn) {
      await replace(`machines/${encodeURIComponent(studio.machine.name)}`, { definition, ...settings });
      await saveTags(studio, tagList);
    } else {
      const name = studio.config.name.value.trim(), made = await post('machines', { name, definition, type: studio.config.type.value, ...settings, ...(tagList.length ? { tags: tagList } : {}) });
      sessionStorage.removeItem(`newel.draft.${studio.machine.name}`);
      studio.machine = { ...studio.machine, name, stateMachineArn: made.arn, type: studio.config.type.value };
      history.replaceState(null, '', studio.ctx.to(`/machines/${encodeURIComponent(name)}/edit`));
      studio.header.querySelector('h1').textContent = name;
    }
  } catch (error) {
    sayError(error);
    return false;
  }
  studio.machine = { ...studio.machine, definition, ...settings, tags: tagList };
  studio.document.saved = definition;
  studio.hasSettingsChanged = false;
  studio.config.set(studio.machine, studio.document.definition);
  studio.drawHead();
  say(t('studio.savedNow'));
  return true;
}

async function saveTags(studio, tags) {
  const before = studio.machine.tags ?? [], resourceArn = studio.machine.stateMachineArn, gone = before.filter(tag => !tags.some(one => one.key === tag.key)).map(tag => tag.key);
  if (gone.length) await action('states', 'UntagResource', { resourceArn, tagKeys: gone });
  if (JSON.stringify(tags) !== JSON.stringify(before) && tags.length) await action('states', 'TagResource', { resourceArn, tags });
}

/** Saves what has changed and offers to start the machine. */
export async function saveAndRun(studio) {
  if ((studio.document.isChanged || studio.hasSettingsChanged) && !await save(studio)) return;
  openStart({ name: studio.machine.name, arn: studio.machine.stateMachineArn, type: studio.machine.type }, studio.ctx, {});
}

/** Saves, and runs the execution the page was opened for again, from the state that failed and with the input it had. */
export async function runAgain(studio) {
  const run = studio.ctx.query.get('run'), from = studio.ctx.query.get('from');
  if (studio.document.isChanged && !await save(studio)) return;
  try {
    const made = await post(`executions/${encodeURIComponent(studio.machine.name)}/${encodeURIComponent(run)}/rerun`, from === null ? { definition: studio.document.text } : { from, definition: reachableFrom(studio.document.text, from) });
    studio.ctx.go(studio.ctx.to(runPath(made.machine, made.name)));
  } catch (error) { sayError(error); }
}
