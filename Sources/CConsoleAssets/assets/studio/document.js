/** The text that is edited, with every text before it: what undo gives back is the very text that was there. */
import { readJSON } from '../json/text.js';
import { indexOf } from '../graph/asl.js';

const STEPS_MAX = 500;
/** Typing within this time is one step. */
const TYPING = 900;

export class Document {
  constructor(text) {
    this.past = [];
    this.future = [];
    this.definition = { StartAt: '', States: {} };
    this.index = new Map();
    this.typedAt = 0;
    this.take(text);
    this.saved = text;
  }

  take(text) {
    this.text = text;
    this.error = null;
    try {
      readJSON(text);
      const definition = JSON.parse(text);
      if (definition === null || typeof definition !== 'object' || Array.isArray(definition)) throw Object.assign(new Error('a definition is an object'), { line: 1, column: 1 });
      this.definition = definition;
      this.index = indexOf(definition);
    } catch (error) {
      // What was last read stays: the graph shows it while the text is broken.
      this.error = error;
    }
  }

  get canUndo() { return this.past.length > 0; }
  get canRedo() { return this.future.length > 0; }
  get isChanged() { return this.text !== this.saved; }

  /** Takes another text as a step of its own; `isTyping` joins it to the step of just before. */
  set(text, { isTyping = false, now = Date.now() } = {}) {
    if (text === this.text) return false;
    const joins = isTyping && this.past.length > 0 && now - this.typedAt < TYPING;
    if (!joins) this.past.push(this.text);
    if (this.past.length > STEPS_MAX) this.past.shift();
    this.typedAt = isTyping ? now : 0;
    this.future = [];
    this.take(text);
    return true;
  }

  undo() {
    if (!this.past.length) return false;
    this.future.push(this.text);
    this.typedAt = 0;
    this.take(this.past.pop());
    return true;
  }

  redo() {
    if (!this.future.length) return false;
    this.past.push(this.text);
    this.take(this.future.pop());
    return true;
  }
}
