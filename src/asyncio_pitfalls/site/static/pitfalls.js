// Turns the permalink of a pitfall into buttons that copy it, and opens the version that an address names.
"use strict";

const formats = {
  "Copy link": (url) => url,
  "Copy Markdown": (url, title) => `[${title}](${url})`,
  "Copy reStructuredText": (url, title) => `\`${title} <${url}>\`__`,
};

// Where the page is not served securely, or the reader forbids it, there is no clipboard.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return `Copied: ${text}`;
  } catch {
    return `Your browser does not let this page copy. Copy this by hand: ${text}`;
  }
}

function copyButton(label, text, status) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-link";
  button.textContent = label;
  button.addEventListener("click", async () => {
    status.textContent = await copy(text);
  });
  return button;
}

function addButtons(link) {
  const heading = document.querySelector("h1").cloneNode(true);
  heading.querySelectorAll(".headerlink").forEach((node) => node.remove());
  const bar = document.createElement("div");
  const status = document.createElement("p");
  status.className = "copy-status";
  status.setAttribute("role", "status");
  for (const [label, format] of Object.entries(formats)) {
    bar.append(copyButton(label, format(link.href, heading.textContent.trim()), status));
  }
  bar.append(status);
  link.after(bar);
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const block = target?.closest("details");
  if (block) {
    block.open = true;
  }
}

document.querySelectorAll("a.permalink").forEach(addButtons);
window.addEventListener("hashchange", openTarget);
openTarget();
