// Opens the search: the button, the keys /, s and Ctrl or Cmd + K. The search itself is loaded at the first opening.
"use strict";
{
  const KEYS = "search-keys";
  const DATA = { fr: "assets/search/fr.js", en: "assets/search/en.js" };
  const LABELS = { fr: "assets/search/labels-fr.js", en: "assets/search/labels-en.js" };
  // Publishing gives each file, here too, a name that follows its content: each stands as its whole path.
  const ENGINE = ["assets/search/minisearch.js", "assets/search/engine.js"];
  const DIALOG = ["assets/search/dialog.css", "assets/search/excerpt.js", "assets/search/dialog.js"];
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

  const engines = {};
  const engine = async (of) => {
    await Promise.all([...ENGINE, DATA[of]].map(load));
    engines[of] ??= new guideSearch.Engine(guideSearch.data[of], of);
    return engines[of];
  };

  // Screen readers and voice control send letters as commands, so that single keys can be turned off (WCAG 2.1.4).
  const singleKeys = {
    get on() {
      try {
        return localStorage.getItem(KEYS) !== "off";
      } catch {
        return true;
      }
    },
    set on(value) {
      try {
        localStorage.setItem(KEYS, value ? "on" : "off");
      } catch {
        // the choice is then lost with the page
      }
    },
  };

  globalThis.guideSearch = { data: {}, language, base, engine, singleKeys };

  let early = null; // what is typed while the dialog is on its way

  const open = async () => {
    early ??= "";
    place.classList.remove("search--failed");
    try {
      engine(language).catch(() => {});
      await Promise.all([...DIALOG, LABELS[language]].map(load));
      if (!guideSearch.open) guideSearch.dialog(guideSearch.labels);
      guideSearch.open(early ?? "");
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
    return (key === "/" || key === "s") && !typing && singleKeys.on;
  };

  for (const button of document.querySelectorAll("[data-search]")) button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (early !== null && key?.length === 1 && !(altKey || ctrlKey || metaKey)) early += key;
    else if (wanted(event)) open();
    else return;
    event.preventDefault();
  });
}
