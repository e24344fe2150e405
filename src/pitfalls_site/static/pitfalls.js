// Buttons that copy the permalink of a pitfall, and scripts; opens the version that an address names.
"use strict";

const formats = {
  "Copy link": (url) => url,
  "Copy Markdown": (url, title) => `[${title}](${url})`,
  "Copy reStructuredText": (url, title) => `\`${title} <${url}>\`__`,
};

// Where the page is not served securely, or the reader forbids it, there is no clipboard.
async function copy(text, name) {
  try {
    await navigator.clipboard.writeText(text);
    return `Copied: ${name}`;
  } catch {
    return `Your browser does not let this page copy. Copy this by hand: ${name}`;
  }
}

function statusLine() {
  const status = document.createElement("p");
  status.className = "copy-status";
  status.setAttribute("role", "status");
  return status;
}

function copyButton(label, text, status, name = text()) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-link";
  button.textContent = label;
  button.addEventListener("click", async () => {
    status.textContent = await copy(text(), name);
  });
  return button;
}

function addButtons(link) {
  const heading = document.querySelector("h1").cloneNode(true);
  heading.querySelectorAll(".headerlink").forEach((node) => node.remove());
  const bar = document.createElement("div");
  const status = statusLine();
  for (const [label, format] of Object.entries(formats)) {
    bar.append(copyButton(label, () => format(link.href, heading.textContent.trim()), status));
  }
  bar.append(status);
  link.after(bar);
}

// What a reader types: without prompts, and without what a session printed.
// Of the diff that is the fixed code, and of a listing the code without the numbers of its lines.
function typed(block) {
  const copied = block.cloneNode(true);
  copied.querySelectorAll(".gp, .go, .linenos, .removed, .says, .spoken, .sign, .gap").forEach((node) => node.remove());
  return copied.textContent.trimEnd();
}

function addCodeButton(block) {
  const status = statusLine();
  block.before(copyButton("Copy", () => typed(block), status, "the text above"));
  block.after(status);
}

// The commands of a page name one version; a reader may want another.
function addVersions(box) {
  const block = box.querySelector("pre");
  const select = document.createElement("select");
  select.setAttribute("aria-label", "CPython to run it on");
  const current = block.textContent.match(/--python (\S+)/)[1];
  for (const version of box.dataset.versions.split(" ")) {
    select.append(new Option(`CPython ${version}`, version, false, version === current));
  }
  select.addEventListener("change", () => {
    block.textContent = block.textContent.replace(/--python \S+/g, `--python ${select.value}`);
  });
  box.prepend(select);
}

// What runs and edits a script is loaded on the first click.
const panel = new URL("playground/panel.js", document.currentScript.src);

async function use(box, action, given) {
  const { panelOf } = await import(panel);
  const shown = await panelOf(box);
  await shown[action](given);
}

function notLoaded(status, error) {
  status.textContent = `This could not be loaded: ${error.message}`;
}

function addRunButtons(box) {
  const status = statusLine();
  for (const [label, action] of [["Run", "run"], ["Edit", "edit"]]) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copy-link", textContent: label });
    button.setAttribute("aria-label", `${label} ${box.dataset.run}.py`);
    button.addEventListener("click", () => use(box, action).catch((error) => notLoaded(status, error)));
    box.append(button);
  }
  box.append(status);
}

// A shared text is in the address, `#fix=...`, and is shown, not run.
function openShared() {
  const [run, text] = location.hash.slice(1).split("=");
  const box = text && document.querySelector(`.run-here[data-run="${CSS.escape(run)}"]`);
  if (box) {
    use(box, "open", text).catch((error) => notLoaded(box.querySelector(".copy-status"), error));
  }
}

// What no browser has encoded is the name of nothing.
function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return "";
  }
}

function openTarget() {
  const target = document.getElementById(decoded(location.hash.slice(1)));
  const block = target?.closest("details");
  if (block) {
    block.open = true;
  }
}

document.querySelectorAll(".run-it").forEach(addVersions);
document.querySelectorAll("a.permalink").forEach(addButtons);
document.querySelectorAll(".highlight > pre").forEach(addCodeButton);
document.querySelectorAll(".run-here").forEach(addRunButtons);
for (const open of [openTarget, openShared]) {
  window.addEventListener("hashchange", open);
  open();
}
