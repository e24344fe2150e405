// One program in a CPython of its own, as `python FLAGS SCRIPT` runs it; the page ends this worker afterwards.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const HOME = "/home/pyodide";
const PAGE = 65_536;
const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "indexedDB", "caches", "Worker"];

// A program that grows ends with a MemoryError, and does not take the tab with it.
function limitMemory(most) {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE > most) {
      postMessage({ note: "memory" });
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
    postMessage(left < 0 ? { note: "flood" } : { output: decoder.decode(bytes, { stream: true }) });
    return bytes.length;
  };
  return { write };
}

// Pyodide's modules do not import under `-W error`, so filters of warnings are added after them.
function split(flags) {
  const filters = flags.filter((_, place) => flags[place - 1] === "-W");
  return { filters, first: flags.filter((flag, place) => flag !== "-W" && flags[place - 1] !== "-W") };
}

async function load({ flags, script, environ, limits, prelude }) {
  const { filters, first } = split(flags);
  limitMemory(limits.memory);
  const env = { ...environ, HOME, PYTHONINSPECT: "" };
  const python = await loadPyodide({ args: [...first, script], env, jsglobals: {}, stdout: () => {}, stderr: () => {} });
  const stdin = () => postMessage({ note: "input" });
  const output = printer(limits.output);
  python.setStdin({ stdin });
  python.setStdout(output);
  python.setStderr(output);
  const globals = python.globals.get("dict")();
  python.runPython(prelude, { globals });
  globals.get("prepare")(filters.join("\n"));
  network.forEach((name) => Object.defineProperty(self, name, { value: undefined }));
  return python;
}

async function run(scripts) {
  const python = await loaded;
  postMessage({ note: "ready" });
  for (const [name, text] of Object.entries(scripts)) {
    python.FS.writeFile(`${HOME}/${name}`, text);
  }
  const status = python._module._run_main();
  const final = python._module._Py_FinalizeEx();
  postMessage({ exit: final < 0 ? 120 : status });
}

// Python may start before it is known what to run, which a spare worker waits for.
let loaded;

addEventListener("message", ({ data }) => {
  loaded ??= load(data);
  if (data.scripts) {
    run(data.scripts).catch((error) => postMessage({ broken: String(error) }));
  } else {
    loaded.catch(() => {});
  }
});
