// Puts the finder (finder.js) on the page: what is pasted into the form is answered below it.
// The text stays where it is. The browser itself keeps what a form holds when one goes back to the page.
import { complaint, diagnose } from "./finder.js";
import table from "./signatures.js";

const WAIT = 120; // milliseconds without typing
const HINT = "Whole output is best: the lines around the message tell similar mistakes apart.";
const NOTHING = "Nothing here is an asyncio mistake that has a page.";

function element(name, className, ...content) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

// A sentence of a claim, in which backticks mark code.
function prose(text) {
  return text.split("`").map((part, number) => (number % 2 ? element("code", "", part) : part));
}

function linkTo(path, text) {
  const link = element("a", "", text);
  link.href = `${document.documentElement.dataset.content_root}${path}`;
  return link;
}

function item({ pitfall, title, line, why, tell_apart: tellApart }) {
  const reasons = [...new Set([why, tellApart])].map((sentence) => element("p", "", ...prose(sentence)));
  return element(
    "li",
    "",
    linkTo(`pitfalls/${pitfall}/`, title),
    element("p", "finder-line", `Line ${line.number}: `, element("code", "", line.text)),
    ...reasons,
  );
}

function answersTo(text) {
  if (!text.trim()) return [element("p", "", HINT)];
  const problem = complaint(text, table);
  if (problem) return [element("p", "", problem)];
  const found = diagnose(text, table);
  if (found.length) return [element("ol", "", ...found.map(item))];
  const silent = linkTo("find/#what-do-you-see", "If nothing is printed, what do you see?");
  return [element("p", "", NOTHING, " ", silent)];
}

function start(form) {
  const textarea = form.querySelector("textarea");
  const answers = form.querySelector(".finder-answers");
  let shown = null;
  let timer = 0;
  const show = () => {
    clearTimeout(timer);
    if (shown === textarea.value) return;
    shown = textarea.value;
    answers.replaceChildren(...answersTo(shown));
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(show, WAIT);
  };
  form.addEventListener("input", later);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    shown = null;
    show();
  });
  // Also after going back, when the browser has put the text in its place again.
  addEventListener("pageshow", show);
  show();
}

document.querySelectorAll("form.finder").forEach(start);
