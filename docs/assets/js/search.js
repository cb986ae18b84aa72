// Opens the search: the button, the keys /, s and Ctrl or Cmd + K, an address (/?q=), Back. It loads all else when asked.
"use strict";
{
  const PARTS = "assets/search/parts.js"; // the names of all else
  const place = document.getElementById("search");
  const { language, root } = place.dataset;
  const base = new URL(root.replace(/\/?$/, "/"), location.href);
  const loaded = new Map();

  const element = (tag, properties) =>
    new Promise((resolve, reject) => {
      const node = document.createElement(tag);
      node.addEventListener("load", resolve);
      node.addEventListener("error", () => {
        node.remove();
        reject(new Error(properties.src ?? properties.href));
      });
      document.head.append(Object.assign(node, properties));
    });

  /** A file, once; one that failed to load is asked for again the next time. */
  const load = (name) => {
    const href = new URL(name, base).href;
    if (!loaded.has(name)) {
      const file = name.endsWith(".css")
        ? element("link", { rel: "stylesheet", href })
        : element("script", { src: href });
      loaded.set(name, file);
      file.catch(() => loaded.delete(name));
    }
    return loaded.get(name);
  };

  /** The files of parts of the search, in their order. */
  const parts = async (...names) => {
    await load(PARTS);
    return Promise.all(names.flatMap((name) => guideSearch.parts[name]).map(load));
  };

  const engines = {};
  const engine = async (of) => {
    await parts("engine", of);
    engines[of] ??= new guideSearch.Engine(guideSearch.data[of], of);
    return engines[of];
  };

  /** What this browser keeps under a name, in `localStorage` or, for this tab alone, `sessionStorage`; null takes it away. */
  const kept = (storage, name) => ({
    get value() {
      try {
        return JSON.parse(globalThis[storage].getItem(name));
      } catch {
        return null; // storage may be forbidden, or hold something else
      }
    },
    set value(value) {
      try {
        if (value === null) globalThis[storage].removeItem(name);
        else globalThis[storage].setItem(name, JSON.stringify(value));
      } catch {
        // it is then lost with the page
      }
    },
  });

  // Screen readers and voice control send letters as commands, so that single keys can be turned off (WCAG 2.1.4). They
  // are, where no pointer is fine: there, the box has no line about keys.
  const singleKeys = kept("localStorage", "search-single-keys");
  const singleKeysOn = () => singleKeys.value ?? matchMedia("(any-pointer: fine)").matches;
  const arrival = kept("sessionStorage", "search-arrival");

  globalThis.guideSearch = { data: {}, language, base, engine, kept, singleKeys, singleKeysOn, arrival };

  let early = null; // what is typed while the dialog is on its way

  const open = async (query) => {
    early ??= "";
    place.classList.remove("search--failed");
    try {
      engine(language).catch(() => {});
      await parts("shown", "dialog", `labels-${language}`);
      if (!guideSearch.open) guideSearch.dialog(guideSearch.labels);
      guideSearch.open(early ?? "", query);
    } catch {
      place.classList.add("search--failed"); // the links of the page without a script
    }
    early = null;
  };

  const wanted = (event) => {
    const key = event.key?.toLowerCase(); // a browser that fills in a field sends a keydown without a key
    if (event.altKey || event.isComposing) return false;
    if (event.ctrlKey || event.metaKey) return key === "k" && !event.shiftKey;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    return (key === "/" || key === "s") && !typing && singleKeysOn();
  };

  for (const button of document.querySelectorAll("[data-search]")) button.addEventListener("click", () => open());
  document.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (early !== null && key?.length === 1 && !(altKey || ctrlKey || metaKey)) early += key;
    else if (wanted(event)) open();
    else return;
    event.preventDefault();
  });

  /** Show again what was asked: before a result was opened, or in the address of the home page. */
  const resume = () => {
    const isHome = document.body.classList.contains("home");
    const query = history.state?.search ?? (isHome && new URLSearchParams(location.search).get("q"));
    if (query) open(query);
    else guideSearch.close?.();
  };
  addEventListener("popstate", resume);
  addEventListener("pageshow", (event) => event.persisted && resume());
  resume();

  const results = document.getElementById("results");
  const failed = () => place.classList.add("search--failed");
  if (results) {
    parts("shown", "page", `labels-${language}`)
      .then(() => guideSearch.page(results, guideSearch.labels))
      .catch(failed);
  }

  // The words that answered, on the page that a result opens
  const { page, words } = arrival.value ?? {};
  if (page === location.pathname && globalThis.CSS?.highlights) {
    parts("marks").then(() => guideSearch.mark(words), failed);
  }
  arrival.value = null;
}
