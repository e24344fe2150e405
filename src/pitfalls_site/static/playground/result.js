// What a run did, in sentences, and its output beside the recorded one.
import { diffLines } from "./diff/libesm/diff/line.js";
import { limits } from "./run.js";

const ENDED = {
  time: `It was ended after ${limits.seconds} seconds: it loops without an end, or waits for something that never happens.`,
  flood: `It was ended because it printed more than ${limits.output.toLocaleString("en")} bytes.`,
  starting: `Python did not start within ${limits.starting} seconds.`,
  broken: "Python in the browser broke down:",
  stopped: "You stopped it.",
};
const NOTES = {
  input: "It asked for input, but a script on this page gets none.",
  memory: `It asked for more than ${limits.memory / 1024 / 1024} MB of memory, which is the limit here.`,
};
const LINES = { "+": ["added", "Only here:"], "-": ["removed", "Only in the record:"], " ": ["kept", "In both:"] };

// The rules are those of the evidence: they take out what differs between machines and runs.
export function normalised(text, rules) {
  return rules.reduce((left, [pattern, replacement]) => left.replace(new RegExp(pattern, "gm"), replacement), text);
}

export function sentences(found, printed, program, lacks) {
  const lack = printed === program.output ? null : lacks.find(([pattern]) => new RegExp(pattern).test(printed));
  const end = `${ENDED[found.ended] ?? ""} ${found.detail}`.trim();
  const why = [end, ...[...found.notes].map((note) => NOTES[note]), lack?.[1], verdict(found, printed, program)];
  return why.filter(Boolean).join(" ");
}

function verdict(found, printed, program) {
  const exits = found.exit === program.exit ? `exit status ${found.exit}` : `exit status ${found.exit ?? "none"} instead of ${program.exit}`;
  if (printed === program.output) {
    return `Same output as recorded on CPython ${program.exact}; ${exits}.`;
  }
  const parts = diffLines(program.output, printed);
  const count = (kind) => parts.reduce((sum, part) => sum + (part[kind] ? part.count : 0), 0);
  return `The output differs from that recorded on CPython ${program.exact}. Lines only here: ${count("added")}, only in the record: ${count("removed")}; ${exits}.`;
}

function line(sign, text) {
  const made = document.createElement("span");
  made.className = LINES[sign][0];
  made.innerHTML = '<span class="sign" aria-hidden="true"></span>';
  made.firstChild.textContent = `${sign} `;
  made.append(`${text}\n`);
  return made;
}

function lines({ value, added, removed }) {
  const sign = added ? "+" : removed ? "-" : " ";
  const spoken = Object.assign(document.createElement("span"), { className: "spoken", textContent: `${LINES[sign][1]}\n` });
  return [spoken, ...value.replace(/\n$/, "").split("\n").map((text) => line(sign, text))];
}

export function block(title, ...content) {
  const figure = document.createElement("figure");
  const caption = Object.assign(document.createElement("figcaption"), { textContent: title });
  const text = Object.assign(document.createElement("pre"), { tabIndex: 0 });
  text.append(...content);
  figure.append(caption, text);
  return figure;
}

export function blocks(found, printed, program) {
  if (printed === program.output) {
    return printed ? [block("Output", printed)] : [];
  }
  const parts = diffLines(program.output, printed);
  const side = (kind) => parts.filter((part) => !part[kind]).flatMap(lines);
  return [block("Here", ...side("removed")), block(`Recorded on CPython ${program.exact}`, ...side("added"))];
}
