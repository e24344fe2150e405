// A text as part of an address, which browsers do not send.

// A damaged or hostile address must not fill the memory.
const LONGEST = 100_000;

async function through(bytes, transform) {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  const chunks = [];
  let size = 0;
  for (let reader = stream.getReader(), part; !(part = await reader.read()).done; chunks.push(part.value)) {
    size += part.value.length;
    if (size > LONGEST) {
      throw new RangeError("more text than a script has");
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

export async function pack(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export async function unpack(packed) {
  const raw = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
}
