// Puts the finder (finder.js) on the page: what is pasted into the form is answered below it.
// The text stays where it is. The browser itself keeps what a form holds when one goes back to the page.

const WAIT = 120; // milliseconds without typing
const HINT = "Whole output is best: the lines around the message tell similar mistakes apart.";
const UNREACHED = "The finder could not be loaded. Look at your connection, then try again.";
const EXAMPLE = `Traceback (most recent call last):
  File "app.py", line 16, in <module>
    place_order("tea")
  File "app.py", line 12, in place_order
    return asyncio.create_task(save_order(item))
RuntimeError: no running event loop
app.py:16: RuntimeWarning: coroutine 'save_order' was never awaited
`;
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

// What only follows from an error comes last, below that error.
function grouped(found) {
  const errors = [...new Set(found.map((answer) => answer.error))];
  return errors.flatMap((error) => {
    const list = element("ol", "", ...found.filter((answer) => answer.error === error).map(item));
    if (!error) return [list];
    const sentence = ["The error itself has no page: ", element("code", "", error), ". It led to what follows:"];
    return [element("p", "finder-line", ...sentence), list];
  });
}

// Finder and table are fetched when somebody is about to use them, and once.
let fetched = null;
function fetchFinder() {
  fetched ??= Promise.all([import("./finder.js"), import("./signatures.js")]).catch(() => {
    fetched = null;
  });
  return fetched;
}

async function answersTo(text) {
  if (!text.trim()) return [element("p", "", HINT)];
  const modules = await fetchFinder();
  if (!modules) return [element("p", "", UNREACHED)];
  const [{ complaint, diagnose }, { default: table }] = modules;
  const problem = complaint(text, table);
  if (problem) return [element("p", "", problem)];
  const found = diagnose(text, table);
  if (found.length) return grouped(found);
  const silent = linkTo("find/#what-do-you-see", "If nothing is printed, what do you see?");
  return [element("p", "", NOTHING, " ", silent)];
}

function start(form) {
  const textarea = form.querySelector("textarea");
  const answers = form.querySelector(".finder-answers");
  let shown = null;
  let timer = 0;
  const show = async () => {
    clearTimeout(timer);
    if (shown === textarea.value) return;
    const text = textarea.value;
    shown = text;
    const found = await answersTo(text);
    // Not when the text has changed while the finder was fetched.
    if (shown === text) answers.replaceChildren(...found);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(show, WAIT);
  };
  for (const event of ["focusin", "dragenter"]) form.addEventListener(event, fetchFinder, { once: true });
  form.addEventListener("input", later);
  form.querySelector(".finder-example").addEventListener("click", () => {
    textarea.value = EXAMPLE;
    show();
  });
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

// A box that leaves the lines of the list in which each of its words appears.
function addFilter(lists) {
  const box = element("input", "filter");
  box.type = "search";
  box.placeholder = "Filter the messages";
  box.setAttribute("aria-label", "Filter the messages below");
  const count = element("p", "filter-count");
  count.setAttribute("role", "status");
  const lines = lists.flatMap((list) => [...list.querySelectorAll("li")]);
  const texts = lines.map((line) => line.textContent.toLowerCase());
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/);
    lines.forEach((line, place) => {
      line.hidden = !words.every((word) => texts[place].includes(word));
    });
    for (const list of lists) list.closest("section").hidden = !list.querySelector("li:not([hidden])");
    const left = lines.filter((line) => !line.hidden).length;
    count.textContent = box.value.trim() ? `${left} of ${lines.length} messages` : "";
  });
  lists[0].closest("section").before(box, count);
}

document.querySelectorAll("form.finder").forEach(start);
const lists = [...document.querySelectorAll(".can-be-filtered")];
if (lists.length) addFilter(lists);
