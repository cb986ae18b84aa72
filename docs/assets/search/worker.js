// The first of the scripts that answer. In a worker, it lets the page call `guideSearch.answers`; where the page itself
// answers, it has nothing to do.
"use strict";
if (!globalThis.document) {
  /** The JSON that a file of data holds in a script. */
  const content = (bytes) => {
    const text = new TextDecoder().decode(bytes);
    return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  };
  const taken = async (given) => {
    if (given?.href) return content(await (await fetch(given.href)).arrayBuffer());
    return given instanceof ArrayBuffer ? content(given) : given;
  };

  globalThis.guideSearch = { answers: { load: (...scripts) => importScripts(...scripts) } };
  addEventListener("message", async ({ data: { name, given }, ports: [port] }) => {
    try {
      port.postMessage({ value: await guideSearch.answers[name](...(await Promise.all(given.map(taken)))) });
    } catch (error) {
      port.postMessage({ fault: String(error) });
    }
  });
  postMessage("ready");
}
