// One program in a CPython of its own, as `python FLAGS SCRIPT` runs it; the page ends this worker afterwards.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const HOME = "/home/pyodide";
const PAGE = 65_536;
const UNREACHABLE = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "indexedDB", "caches", "Worker"];

const say = (kind, value) => postMessage([kind, value]);

// A program that grows ends with a MemoryError, and does not take the tab with it.
function limitMemory(most) {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE > most) {
      say("note", "memory");
      throw new RangeError("more memory than a program may have here");
    }
    return grow.call(this, pages);
  };
}

// What is over the limit is dropped, since this worker goes on until the page ends it.
function printer(most) {
  const decoder = new TextDecoder();
  let left = most;
  const write = (bytes) => {
    left -= bytes.length;
    say(left < 0 ? "flood" : "output", decoder.decode(bytes, { stream: true }));
    return bytes.length;
  };
  return { write };
}

// Pyodide's modules do not import under `-W error`, so filters of warnings are added after them.
function split(flags) {
  const filters = flags.filter((_, place) => flags[place - 1] === "-W");
  return { filters, others: flags.filter((flag, place) => flag !== "-W" && flags[place - 1] !== "-W") };
}

async function load({ flags, script, environ, limits, prelude }) {
  limitMemory(limits.memory);
  const { filters, others } = split(flags);
  const env = { ...environ, HOME, PYTHONINSPECT: "" };
  const silent = () => {};
  const stdLibURL = new URL("python_stdlib.zip", import.meta.url).href;
  const args = [...others, script];
  const python = await loadPyodide({ args, env, stdLibURL, jsglobals: {}, stdout: silent, stderr: silent });
  const output = printer(limits.output);
  python.setStdin({ stdin: () => say("note", "input") });
  python.setStdout(output);
  python.setStderr(output);
  const globals = python.globals.get("dict")();
  python.runPython(prelude, { globals });
  globals.get("prepare")(filters.join("\n"));
  UNREACHABLE.forEach((name) => Object.defineProperty(self, name, { value: undefined }));
  return python;
}

async function run(program) {
  const python = await load(program);
  for (const [name, text] of Object.entries(program.scripts)) {
    python.FS.writeFile(`${HOME}/${name}`, text);
  }
  say("started");
  say("exit", exitStatus(python._module));
}

// `SystemExit` ends the runtime itself, finalized, by an exception; after anything else that is left to do.
function exitStatus(runtime) {
  try {
    const status = runtime._run_main();
    return runtime._Py_FinalizeEx() < 0 ? 120 : status;
  } catch (error) {
    if (error.name === "ExitStatus") {
      return error.status;
    }
    throw error;
  }
}

addEventListener("message", ({ data }) => run(data).catch((error) => say("broken", error.message ?? String(error))));
