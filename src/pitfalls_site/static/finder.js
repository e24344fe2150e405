// The finder: which pitfalls a pasted text shows. Pure functions, no page and no request.
// It does step by step what the Python package `asyncio_pitfalls.finder` does, under the same names;
// every expression, bound and weight comes in the table, which is made from the claims (signatures.py).

// excerpt.py: the parts of a long text that are worth reading.

// JavaScript counts two for such a character, Python one.
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

function parts(text, { anchors, limits }) {
  const plain = text.split(ASTRAL).join("\ufffd").replaceAll("\r\n", "\n");
  let number = 1;
  let counted = 0;
  return spans(plain, anchors, limits).map(([start, end]) => {
    number += count(plain, "\n", counted, start);
    counted = start;
    return [number, plain.slice(start, end)];
  });
}

function spans(text, anchors, limits) {
  if (text.length <= limits.whole) return [[0, text.length]];
  const found = [around(text, 0, limits)];
  const most = Math.floor(limits.whole / (limits.before + limits.after));
  const perAnchor = anchors.map((anchor) => places(text, anchor, limits));
  // The first place of every anchor before the second of any, so that none crowds out the others.
  for (let round = 0; round < 2 * limits.parts; round++) {
    for (const list of perAnchor) {
      if (found.length === most) return merged(found);
      const place = list[round];
      if (place !== undefined && !found.some(([start, end]) => start <= place && place < end)) {
        found.push(around(text, place, limits));
      }
    }
  }
  return merged(found);
}

// First, last, second, last but one, and so on.
function places(text, anchor, limits) {
  const found = [];
  let low = 0;
  let high = text.length;
  for (let turn = 0; turn < limits.parts; turn++) {
    const first = find(text, anchor, low, high);
    if (first < 0) break;
    found.push(first);
    low = first + limits.after;
    const last = findLast(text, anchor, low, high);
    if (last < 0) break;
    found.push(last);
    high = last - limits.before;
  }
  return found;
}

// Whole lines, unless a line is too long for that.
function around(text, place, limits) {
  const start = Math.max(0, place - limits.before);
  const end = Math.min(text.length, place + limits.after);
  const first = start ? find(text, "\n", start, place) : -1;
  const last = end < text.length ? findLast(text, "\n", place, end) : -1;
  return [first < 0 ? start : first + 1, last < 0 ? end : last];
}

function merged(found) {
  const result = [];
  for (const [start, end] of found.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const before = result.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(end, before[1]);
    else result.push([start, end]);
  }
  return result;
}

// str.find, str.rfind and str.count of Python.
function find(text, wanted, low, high) {
  const place = low <= high ? text.indexOf(wanted, low) : -1;
  return place >= 0 && place + wanted.length <= high ? place : -1;
}

function findLast(text, wanted, low, high) {
  const place = low <= high - wanted.length ? text.lastIndexOf(wanted, high - wanted.length) : -1;
  return place >= low ? place : -1;
}

function count(text, wanted, low, high) {
  let total = 0;
  for (let place = find(text, wanted, low, high); place >= 0; place = find(text, wanted, place + 1, high)) total++;
  return total;
}

// lines.py: clean lines, with their numbers.

function clean([number, part], { rules }) {
  const lines = replaced(rules, part).split("\n");
  return lines.map((text, offset) => ({ number: number + offset, text })).filter((line) => line.text);
}

function unescaped({ number, text }, { escaped, escapes }) {
  if (!rule(escaped).test(text)) return [];
  const pieces = replaced(escapes, text).split("\n").map((piece) => piece.trim());
  return pieces.filter(Boolean).map((piece) => ({ number, text: piece }));
}

function replaced(rules, text) {
  return rules.reduce((result, [pattern, replacement]) => result.replace(rule(pattern), () => replacement), text);
}

const rule = remembered((pattern) => new RegExp(pattern, "gmu"));

function remembered(make) {
  const made = new Map();
  return (pattern) => {
    if (!made.has(pattern)) made.set(pattern, make(pattern));
    const expression = made.get(pattern);
    expression.lastIndex = 0;
    return expression;
  };
}

// view.py: the text as it is searched.

function views(text, table) {
  const lines = parts(text, table).flatMap((part) => clean(part, table));
  const inner = lines.flatMap((line) => unescaped(line, table));
  // What was escaped comes first, because only there a message has lines around it.
  return [glued(inner, "\n"), glued(lines, "\n"), glued(inner, " "), glued(lines, " "), glued(lines, "")];
}

function glued(lines, glue) {
  const starts = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.text.length + glue.length;
  }
  return { lines, glue, text: lines.map((line) => line.text).join(glue), starts, found: new Map() };
}

function indexAt({ starts }, offset) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function endOf({ starts, lines }, index) {
  return starts[index] + lines[index].text.length;
}

// search.py: expressions are searched by their literals first.

const compiled = remembered((pattern) => new RegExp(pattern, "gu"));

function* matches(view, { pattern, literals, reach }, limits) {
  for (const literal of literals) {
    for (const place of occurrences(view, literal, limits)) {
      const [low, high] = windowOf(view, place, literal.length + reach);
      for (const match of view.text.slice(low, high).matchAll(compiled(pattern))) {
        const start = low + match.index;
        const end = start + match[0].length;
        if (start <= place && place < end && (view.glue === "\n" || overLines(view, start, end))) yield [start, end];
      }
    }
  }
}

function occurrences({ text, found }, literal, limits) {
  if (!found.has(literal)) {
    const places = [];
    for (let place = text.indexOf(literal); place >= 0; place = text.indexOf(literal, place + 1)) {
      if (places.push(place) === limits.places) break;
    }
    found.set(literal, places);
  }
  return found.get(literal);
}

// One character wider than the longest match, so that `^` and `$` match at ends of lines only.
function windowOf(view, place, reach) {
  let low = 0;
  let high = view.text.length;
  if (view.glue === "\n") {
    const index = indexAt(view, place);
    low = view.starts[index];
    high = endOf(view, index);
  }
  return [Math.max(low, place - reach - 1), Math.min(high, place + reach + 1)];
}

function overLines(view, start, end) {
  return indexAt(view, start) < indexAt(view, end - 1);
}

// context.py: whether a message happened, where a traceback shows more than that.

const has = (mark, text, { marks }) => rule(marks[mark]).test(text);

function isContext(view, start, end, table) {
  const index = indexAt(view, start);
  const line = view.lines[index].text;
  const before = view.text.slice(view.starts[index], start);
  const after = view.text.slice(end, endOf(view, index));
  if (has("compared", before, table)) return true;
  if (has("numbered", line, table)) return has("raised", before, table) || has("quoted", before, table);
  if (has("raised", before, table) || (has("quoted", before, table) && has("quoted_end", after, table))) {
    return !has("marked", line, table) && !(index > 0 && has("frame", view.lines[index - 1].text, table));
  }
  return false;
}

// A tool marks the cut; without a mark nothing of the message may follow in the next line.
// A message that is there to its end was not cut: its expression has found it, or has reasons not to.
function cutLine(view, { text, least, whole }, table) {
  for (const place of occurrences(view, text.slice(0, least), table.limits)) {
    const index = indexAt(view, place);
    const found = view.text.slice(place, endOf(view, index));
    const rest = withoutDots(found);
    if (whole && rest.startsWith(withoutDots(text))) continue;
    if (has("cut", found.slice(-3), table) && (text.startsWith(rest) || rest.startsWith(text))) return index;
    const missing = text.slice(rest.length);
    if (text.startsWith(rest) && !goesOn(view, index, missing, rest.length - least, table.limits)) return index;
  }
  return -1;
}

// An expression would be tried at every dot of a long line.
function withoutDots(text) {
  let end = text.length;
  while (end > 0 && ".\u2026".includes(text[end - 1])) end--;
  return text.slice(0, end);
}

// Whether the message may go on after a line in which it has only `more` characters than it must.
function goesOn(view, index, missing, more, limits) {
  if (index === view.lines.length - 1) return false;
  return more < limits.cut || view.lines[index + 1].text.startsWith(missing.replace(/^ +/, "").slice(0, 1));
}

function isRaised(view, start, table) {
  return has("raised", view.text.slice(view.starts[indexAt(view, start)], start), table);
}

function isHandled(view, end, table) {
  const index = indexAt(view, end - 1);
  return view.lines.slice(index + 1, index + 4).some((line) => has("handled", line.text, table));
}

// cause.py: the error that a log line or a warning only follows from.

function errorBeside({ view, start, end, kind }, table) {
  if (kind !== "log" && kind !== "warning") return "";
  const below = kind === "log" ? errorBelow(view, indexAt(view, end - 1), table) : "";
  return (below || errorAbove(view, indexAt(view, start), table)).slice(0, table.limits.shown);
}

function errorBelow(view, index, table) {
  const texts = view.lines.slice(index, index + table.limits.below).map((line) => line.text);
  const hasFailed = !texts.slice(0, 2).some((text) => has("unfailed", text, table));
  if (hasFailed && texts.slice(1, 4).some((text) => has("traceback", text, table))) {
    const isLast = (place) => !texts.slice(place + 1, place + 3).some((later) => has("chained", later, table));
    const last = texts.findIndex((text, place) => place > 0 && has("error", text, table) && isLast(place));
    if (last > 0) return texts[last];
  }
  const found = texts.slice(0, 3).flatMap((text) => [...text.matchAll(rule(table.marks.in_repr))]);
  return found.length ? found[0][1] : "";
}

function errorAbove(view, index, table) {
  const above = view.lines.slice(Math.max(0, index - table.limits.above), index).reverse();
  return above.find((line) => has("error", line.text, table))?.text ?? "";
}

// paste.py: what is no text.

export function complaint(text, { binary, limits }) {
  const rest = text.replace(/^\0+/, "");
  if (!rest.trim()) return "There is no text to read.";
  const sample = rest.slice(0, limits.sample);
  const strange = sample.match(rule(binary)) ?? [];
  return strange.length * 10 > sample.length ? "This is not text but binary data." : "";
}

// rank.py: which pitfalls the text shows, the likeliest first.

export function diagnose(text, table) {
  const read = views(text, table);
  const answers = table.pitfalls.map((entry) => judged(entry, read, table)).filter(Boolean);
  const errors = new Set(answers.map((answer) => answer.error).filter(Boolean));
  const known = new Set([...errors].filter((error) => hasPage(error, table)));
  for (const answer of answers) if (known.has(answer.error)) answer.error = "";
  answers.sort(
    (one, other) =>
      Boolean(one.error) - Boolean(other.error) || other.score - one.score || one.line.number - other.line.number,
  );
  return answers.slice(0, table.limits.answers);
}

function hasPage(error, table) {
  const symptoms = table.pitfalls.flatMap((entry) => entry.symptoms).filter(({ kind }) => kind === "exception");
  return standsIn(error, symptoms, table);
}

function standsIn(error, parts, table) {
  const alone = [glued([{ number: 1, text: error }], "\n")];
  return parts.some((part) => stands(part.find, alone, table));
}

function judged(entry, read, table) {
  const hits = entry.symptoms.map((symptom) => hitOf(symptom, read, table)).filter(Boolean);
  if (!hits.length) return null;
  const best = hits.reduce((one, other) => (other.weight > one.weight ? other : one));
  const clues = entry.clues.filter((clue) => stands(clue.find, read, table));
  const evidence = clues.reduce((total, clue) => total + clue.score, 0);
  // The program has caught the exception, and nothing else suggests the pitfall.
  const isCaught = best.weight < table.weights[best.kind] && evidence < 0;
  if (isCaught || evidence <= table.weights.ruled_out) return null;
  const speaking = clues.filter((clue) => clue.score > 0);
  const error = errorBeside(best, table);
  return {
    pitfall: entry.pitfall,
    title: entry.title,
    url: entry.url,
    score: best.weight + table.weights.more * (hits.length - 1) + evidence,
    line: lineOf(best.view, best.start, best.end, table.limits),
    why: speaking.map((clue) => clue.why).join(" ") || entry.tell_apart,
    tell_apart: entry.tell_apart,
    // An error that speaks for the pitfall is part of it.
    error: standsIn(error, speaking, table) ? "" : error,
  };
}

function hitOf({ kind, find: expression, starts }, read, table) {
  const weight = table.weights[kind];
  for (const view of read) {
    let best = null;
    for (const [start, end] of matches(view, expression, table.limits)) {
      if (isContext(view, start, end, table)) continue;
      const isPrinted = !isRaised(view, start, table);
      const worth = weight + (isHandled(view, end, table) ? table.weights.handled : 0);
      const hit = { weight: worth, isPrinted, kind, view, start, end };
      if (worth === weight && isPrinted) return hit;
      if (!best || worth > best.weight || (worth === best.weight && isPrinted > best.isPrinted)) best = hit;
    }
    if (best) return best;
  }
  for (const view of read.slice(0, 2)) {
    const cut = starts.map((start) => cutLine(view, start, table)).find((index) => index >= 0);
    if (cut !== undefined) {
      return { weight, isPrinted: true, kind, view, start: view.starts[cut], end: endOf(view, cut) };
    }
  }
  return null;
}

function lineOf(view, start, end, { shown }) {
  const first = indexAt(view, start);
  let low = view.starts[first];
  let high = endOf(view, indexAt(view, end - 1));
  if (high - low > shown) {
    low = Math.max(low, start - Math.floor(shown / 3));
    high = Math.min(high, low + shown);
  }
  return { number: view.lines[first].number, text: view.text.slice(low, high) };
}

function stands(expression, read, { limits }) {
  return read.some((view) => !matches(view, expression, limits).next().done);
}
