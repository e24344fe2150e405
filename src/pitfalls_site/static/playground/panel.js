// What a click on Run or Edit shows below a listing.
import { run, settings } from "./run.js";
import { block, blocks, normalised, sentences } from "./result.js";
import { pack, unpack } from "./share.js";

const here = (path) => new URL(path, import.meta.url).href;
const panels = new Map();
let styles;

// Return the panel of a place for buttons, which is made once; what could not be loaded is tried again.
export function panelOf(box) {
  if (!panels.has(box)) {
    panels.set(box, create(box).catch((error) => { panels.delete(box); throw error; }));
  }
  return panels.get(box);
}

async function create(box) {
  styles ??= Promise.all(["prism-code-editor/dist/layout.css", "playground.css"].map(style));
  const [answer, shared] = await Promise.all([fetch(here(`programs/${box.dataset.pitfall}.json`)), settings(), styles]);
  return new Panel(box, (await answer.json())[box.dataset.run], shared);
}

function style(path) {
  const sheet = element("link", { rel: "stylesheet", href: here(path) });
  document.head.append(sheet);
  return new Promise((resolve) => { sheet.onload = sheet.onerror = resolve; });
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

class Panel {
  constructor(box, program, shared) {
    Object.assign(this, { box, program, shared, editor: null, running: null });
    this.host = element("div", { className: "play-editor", hidden: true });
    this.status = element("p", { className: "play-status" });
    this.status.setAttribute("role", "status");
    this.results = element("div", { className: "play-results" });
    const source = element("a", { href: "https://github.com/pyodide/pyodide" }, `Pyodide ${shared.pyodide}`);
    const about = element("p", { className: "play-about" }, `CPython ${shared.python} runs in your browser, by `, source, ". Nothing that you write is sent.");
    const labels = { stop: "Stop", reset: "Reset", share: "Copy link to this text" };
    this.buttons = Object.fromEntries(Object.entries(labels).map(([action, label]) => [action, this.button(action, label)]));
    box.lastElementChild.before(...Object.values(this.buttons));
    box.append(this.host, this.status, this.results, about);
  }

  button(action, label) {
    const made = element("button", { type: "button", className: "copy-link", hidden: true }, label);
    made.addEventListener("click", () => this[action]());
    return made;
  }

  say(sentence) {
    this.status.textContent = sentence;
  }

  async edit(given = null) {
    const { script, scripts } = this.program;
    const { edit } = await import("./editor.js");
    this.editor ??= edit(this.host, `${script}, to edit`, scripts[script], () => this.run());
    if (given !== null) {
      this.editor.setOptions({ value: given });
    }
    this.host.hidden = this.buttons.reset.hidden = this.buttons.share.hidden = false;
    this.editor.textarea.focus();
  }

  async open(packed) {
    const text = await unpack(packed).catch(() => null);
    if (text === null) {
      this.say("The text in the address of this page is damaged.");
    } else {
      await this.edit(text);
      this.say("This text is from the address that you opened, and not from this site. Read it before you run it.");
    }
    this.box.scrollIntoView();
  }

  reset() {
    this.editor.setOptions({ value: this.program.scripts[this.program.script] });
    this.results.replaceChildren();
    history.replaceState(null, "", location.pathname);
    this.say("The text is that of the page again.");
  }

  async share() {
    history.replaceState(null, "", `#${this.box.dataset.run}=${await pack(this.editor.value)}`);
    try {
      await navigator.clipboard.writeText(location.href);
      this.say("Copied: a link to this page that holds your text. It is not sent to this site.");
    } catch {
      this.say("Your browser does not let this page copy. The address of this page holds your text now: copy that.");
    }
  }

  stop() {
    this.running?.abort();
  }

  async run() {
    this.stop();
    const running = new AbortController();
    this.running = running;
    this.buttons.stop.hidden = false;
    this.say("Python starts …");
    const live = document.createTextNode("");
    this.results.replaceChildren(block("Here", live));
    const found = await run(this.edited, (text) => live.appendData(text), running.signal).catch(unloaded);
    if (this.running === running) {
      this.buttons.stop.hidden = true;
      this.show(found);
    }
  }

  get edited() {
    const { script, scripts } = this.program;
    return { ...this.program, scripts: { ...scripts, [script]: this.editor?.value ?? scripts[script] } };
  }

  show(found) {
    const printed = normalised(found.output, this.shared.rules);
    this.results.replaceChildren(...blocks(found, printed, this.program));
    this.say(sentences(found, printed, this.program, this.shared.limits));
  }
}

function unloaded(error) {
  return { exit: null, output: "", ended: "broken", detail: error.message, notes: [] };
}
