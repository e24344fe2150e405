// Runs a program in a fresh worker, within limits of time, output and memory.

// `starting` is for a slow network, too.
export const limits = { starting: 120, seconds: 10, output: 200_000, memory: 512 * 1024 * 1024 };

const here = (path) => new URL(path, import.meta.url);

async function loaded(path) {
  const answer = await fetch(here(path));
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${answer.statusText}`);
  }
  return answer;
}

// What failed is asked for again at the next run.
function once(load) {
  let promise;
  return () => (promise ??= load().catch((error) => { promise = undefined; throw error; }));
}

const prelude = once(async () => (await loaded("program.py")).text());
export const settings = once(async () => (await loaded("settings.json")).json());
// As long as the page keeps the compiled code, browsers let every worker share it.
const compiled = once(async () => WebAssembly.compileStreaming(await loaded("pyodide/pyodide.asm.wasm")));

async function start(program) {
  const [text, { environ }] = await Promise.all([prelude(), settings(), compiled()]);
  const worker = new Worker(here("worker.js"), { type: "module" });
  worker.postMessage({ ...program, environ, limits, prelude: text });
  return worker;
}

// Wait for the end of what `worker` runs, and write into `result` what it says.
function ended(worker, result, onOutput, signal) {
  return new Promise((resolve) => {
    let timer = setTimeout(end, limits.starting * 1000, "starting");
    function end(why, detail = "") {
      clearTimeout(timer);
      resolve({ ended: why, detail });
    }
    function started() {
      clearTimeout(timer);
      timer = setTimeout(end, limits.seconds * 1000, "time");
      result.ready = performance.now();
    }
    const receive = {
      started,
      output: (text) => { result.output += text; onOutput(text); },
      note: (word) => result.notes.add(word),
      flood: () => end("flood"),
      broken: (detail) => end("broken", detail),
      exit: (status) => { result.exit = status; end(""); },
    };
    worker.onmessage = ({ data: [kind, value] }) => receive[kind](value);
    worker.onerror = (event) => end("broken", event.message ?? "");
    signal?.addEventListener("abort", () => end("stopped"));
  });
}

// Return exit status and output, why the program was `ended` ("" if it was not), and a set of notes.
export async function run(program, onOutput = () => {}, signal = null) {
  const result = { exit: null, output: "", notes: new Set(), begun: performance.now() };
  const worker = await start(program);
  const end = await ended(worker, result, onOutput, signal);
  worker.terminate();
  return { ...result, ...end, over: performance.now() };
}
