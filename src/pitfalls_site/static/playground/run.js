// Runs a program in a fresh worker, within limits of time, output and memory.

// `starting` is for a slow network, too.
export const limits = { starting: 120, seconds: 10, output: 200_000, memory: 512 * 1024 * 1024 };

const here = (path) => new URL(path, import.meta.url);
const text = async (path) => {
  const answer = await fetch(here(path));
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${answer.statusText}`);
  }
  return answer.text();
};
const prelude = text("program.py");
export const settings = text("settings.json").then(JSON.parse);
let spare = null;

// Return a worker in which Python has begun to start.
async function worker({ flags, script }) {
  const { environ } = await settings;
  const started = new Worker(here("worker.js"), { type: "module" });
  started.postMessage({ flags, script, environ, limits, prelude: await prelude });
  return started;
}

const key = ({ flags, script }) => JSON.stringify([flags, script]);

// Start a worker for the next run of a program, so that its reader does not wait again.
export function prepare(program) {
  forget();
  spare = { key: key(program), worker: worker(program) };
}

export function forget() {
  spare?.worker.then((it) => it.terminate(), () => {});
  spare = null;
}

function taken(program) {
  const fits = spare?.key === key(program) ? spare.worker : null;
  spare = fits ? null : spare;
  return fits ?? worker(program);
}

// Return exit status and output, why it was `ended` ("" if it was not), and a set of notes.
export async function run(program, { onOutput = () => {}, signal } = {}) {
  const started = performance.now();
  const result = { exit: null, output: "", ended: "", notes: [], detail: "" };
  const python = await taken(program);
  await new Promise((resolve) => {
    let timer = setTimeout(end, limits.starting * 1000, "starting");
    function end(why, detail = "") {
      clearTimeout(timer);
      Object.assign(result, { ended: why, detail });
      resolve();
    }
    const receive = {
      output: (chunk) => { result.output += chunk; onOutput(chunk); },
      exit: (status) => { result.exit = status; end(""); },
      broken: (detail) => end("broken", detail),
      note: (word) => {
        result.notes.push(word);
        if (word === "ready") {
          clearTimeout(timer);
          timer = setTimeout(end, limits.seconds * 1000, "time");
          result.ready = performance.now() - started;
        } else if (word === "flood") {
          end("flood");
        }
      },
    };
    python.onmessage = ({ data }) => Object.entries(data).forEach(([kind, value]) => receive[kind](value));
    python.onerror = (event) => end("broken", event.message || "its files could not be loaded");
    signal?.addEventListener("abort", () => end("stopped"));
    python.postMessage({ scripts: program.scripts });
  });
  python.terminate();
  return { ...result, milliseconds: performance.now() - started };
}
