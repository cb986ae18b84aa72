// Opens the search: the button, the keys /, s and Ctrl or Cmd + K. All else is loaded when it is asked for, or where
// something waits for it: an address (/?q=), Back, the page of results, words to mark.
"use strict";
{
  const STYLE = "assets/search/dialog.css";
  // Each in this order; publishing makes one file of it. The page asks, a worker answers.
  const CODE = [
    "assets/search/words.js",
    "assets/search/asking.js",
    "assets/search/labels.js",
    "assets/search/elements.js",
    "assets/search/kept.js",
    "assets/search/marks.js",
    "assets/search/excerpt.js",
    "assets/search/result.js",
    "assets/search/advice.js",
    "assets/search/start.js",
    "assets/search/filters.js",
    "assets/search/dialog.js",
    "assets/search/page.js",
    "assets/search/resume.js",
  ];
  const ENGINE = [
    "assets/search/worker.js",
    "assets/search/minisearch.js",
    "assets/search/words.js",
    "assets/search/telling.js",
    "assets/search/places.js",
    "assets/search/question.js",
    "assets/search/engine.js",
    "assets/search/answers.js",
  ];
  const DATA = { fr: "assets/search/fr.js", en: "assets/search/en.js" };
  const place = document.getElementById("search");
  const { language, root } = place.dataset;
  const base = new URL(root.replace(/\/?$/, "/"), location);
  const loaded = {};

  /** A file, once; one that failed to load is asked for again the next time. */
  const load = (name) => {
    loaded[name] ??= new Promise((resolve, reject) => {
      const href = new URL(name, base).href;
      const node = name.endsWith(".css")
        ? Object.assign(document.createElement("link"), { rel: "stylesheet", href })
        : Object.assign(document.createElement("script"), { src: href, async: false });
      node.onload = resolve;
      node.onerror = () => {
        node.remove();
        delete loaded[name];
        reject(Error(name));
      };
      document.head.append(node);
    });
    return loaded[name];
  };

  /** What this browser keeps under a name in `localStorage` or `sessionStorage`. */
  const read = (storage, name) => {
    try {
      return JSON.parse(globalThis[storage].getItem(name));
    } catch {
      return null; // storage may be forbidden, or hold something else
    }
  };

  // Screen readers and voice control send letters as commands, so that single keys can be turned off (WCAG 2.1.4). They
  // are, where no pointer is fine: there, the box has no line about keys.
  const singleKeysOn = () => read("localStorage", "search-single-keys") ?? matchMedia("(any-pointer: fine)").matches;

  const ahead = {}; // file → its answer, asked for before the code that needs it is there
  let worker = null;

  /** The worker that answers, once it runs; null where none can. */
  const hire = () => {
    worker ??= new Promise((resolve) => {
      const made = new Worker(new URL(ENGINE[0], base)); // may throw where the page was opened from a disk
      made.onmessage = () => resolve(made);
      made.onerror = () => resolve(null);
      ahead[DATA[language]] = fetch(new URL(DATA[language], base)).catch(() => null);
    }).catch(() => null);
    return worker;
  };

  globalThis.guideSearch = { ENGINE, DATA, data: {}, texts: {}, ahead, language, base, hire, load, read, singleKeysOn };

  let early = null; // what is typed while the box is on its way

  /** Load all, then go on; where it does not come, the links of a page without a script show. */
  const loadAll = async (data, then) => {
    place.classList.remove("search--failed");
    if (data) hire();
    try {
      await Promise.all([STYLE, ...CODE].map(load));
      then();
    } catch {
      place.classList.add("search--failed");
    }
  };

  const open = async () => {
    early ??= "";
    await loadAll(true, () => guideSearch.open(early));
    early = null;
  };

  const wanted = ({ key, altKey, ctrlKey, metaKey, shiftKey, isComposing, target }) => {
    const letter = key?.toLowerCase(); // a browser that fills in a field sends a keydown without a key
    if (altKey || isComposing) return false;
    if (ctrlKey || metaKey) return letter === "k" && !shiftKey;
    const typing = target.closest?.("input, textarea, select, [contenteditable]");
    return (letter === "/" || letter === "s") && !typing && singleKeysOn();
  };

  for (const button of document.querySelectorAll("[data-search]")) button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    const typed = key === "Enter" ? "\n" : key;
    if (early !== null && typed?.length === 1 && !(altKey || ctrlKey || metaKey)) early += typed;
    else if (wanted(event)) open();
    else return;
    event.preventDefault();
  });

  const resume = () => {
    const asks = history.state?.search || /[?&]q=/.test(location.search) || document.getElementById("results");
    const arrives = read("localStorage", "search-arrival")?.[location.pathname];
    if (asks || arrives || guideSearch.resume) loadAll(asks, () => guideSearch.resume());
  };
  addEventListener("popstate", resume);
  addEventListener("pageshow", (event) => event.persisted && resume());
  resume();
}
