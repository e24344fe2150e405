// The editor: a textarea with highlighted text behind it, which a keyboard can enter and leave.
import { createEditor } from "./prism-code-editor/dist/index.js";
import "./prism-code-editor/dist/prism/languages/python.js";

// A new line is indented as the one before, and further after a colon.
function newLine([start], text) {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const indent = before.match(/^ */)[0] + (/:\s*$/.test(before) ? "    " : "");
  return document.execCommand("insertText", false, `\n${indent}`);
}

export function edit(host, label, value, onRun) {
  const editor = createEditor(host, { language: "python", tabSize: 4, value });
  editor.textarea.setAttribute("aria-label", label);
  editor.keyCommandMap.Enter = (event, selection, text) => {
    if (event.ctrlKey || event.metaKey) {
      onRun();
      return true;
    }
    return newLine(selection, text);
  };
  return editor;
}
