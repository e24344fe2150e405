// Turns the permalink of a pitfall into buttons that copy it as an address, Markdown or reStructuredText.
"use strict";

const formats = {
  "Copy link": (url) => url,
  "Copy Markdown": (url, title) => `[${title}](${url})`,
  "Copy reStructuredText": (url, title) => `\`${title} <${url}>\`__`,
};

function copyButton(label, text, status) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-link";
  button.textContent = label;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    status.textContent = "Copied.";
  });
  return button;
}

function addButtons(link) {
  const heading = document.querySelector("h1").cloneNode(true);
  heading.querySelectorAll(".headerlink").forEach((node) => node.remove());
  const bar = document.createElement("div");
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  for (const [label, format] of Object.entries(formats)) {
    bar.append(copyButton(label, format(link.href, heading.textContent.trim()), status));
  }
  bar.append(status);
  link.after(bar);
}

document.querySelectorAll("a.permalink").forEach(addButtons);
