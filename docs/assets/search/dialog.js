// The box of the search: a dialog with a combobox (ARIA Authoring Practices) and announcements.
"use strict";
/** Makes the box: {open, close}; `t` holds its words, as scripts/kb/search writes them. */
guideSearch.dialog = (t) => {
  const { language, engine, el, button, filled, counted, last } = guideSearch;
  const SHOWN = 20;

  const input = el("input", {
    class: "find__input",
    id: "find-input",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
    placeholder: t.hint,
    "aria-label": t.title,
    "aria-autocomplete": "list",
    "aria-controls": "find-list",
    "aria-expanded": "false",
  });
  const list = el("div", { class: "find__list", id: "find-list", role: "listbox", "aria-label": t.results });
  const status = el("p", { class: "find__status", role: "status" });
  const help = el("div", { class: "find__help" });
  const close = button("✕", () => dialog.close(), { class: "find__close", "aria-label": t.close });
  const single = Object.assign(el("input", { type: "checkbox" }), { checked: guideSearch.singleKeysOn() });
  const filters = guideSearch.filters(t, () => search());
  const keys = el("span", { class: "find__keys" }, t.keys);
  const dialog = el(
    "dialog",
    { class: "find", "aria-label": t.title },
    el("div", { class: "find__bar" }, input, close),
    el("div", { class: "find__tools" }, filters.node, status),
    help,
    list,
    el("div", { class: "find__foot" }, keys, el("label", {}, single, " ", t.single)),
  );
  document.body.append(dialog);

  const all = el("a", { class: "find__all" }); // leads to the page of results, which has them all
  let finder = null;
  let results = [];
  let active = -1; // the option that the arrow keys are on
  let turn = 0; // of the latest query: an answer that comes late is dropped

  const options = () => [...list.children].filter((node) => !node.hidden);
  const activate = (index) => {
    options()[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = options()[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    guideSearch.complete(option);
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };

  const show = (message, besides = [], found = [], lang = language) => {
    results = found;
    all.href = guideSearch.link(`${t.page}?q=${encodeURIComponent(input.value.trim())}`);
    all.textContent = filled(t["all-results"], { count: results.length });
    all.hidden = results.length <= SHOWN;
    list.replaceChildren(...guideSearch.links(results.slice(0, SHOWN), lang, t), all);
    for (const [index, node] of [...list.children].entries()) {
      const option = { id: `find-${index}`, role: "option", "aria-selected": "false", tabindex: "-1" };
      for (const [name, value] of Object.entries(option)) node.setAttribute(name, value);
    }
    list.hidden = !results.length;
    list.scrollTop = dialog.scrollTop = 0; // the one that scrolls
    input.setAttribute("aria-expanded", String(results.length > 0));
    help.replaceChildren(...besides);
    status.textContent = message;
    activate(-1);
  };

  const found = ({ length }) =>
    length > SHOWN
      ? filled(t["found-more"], { count: length, shown: SHOWN })
      : counted(t["found-one"], t.found, length);

  /** A button that goes away when it is pressed, and leaves the focus in the field. */
  const brief = (label, action) => button(label, () => [action(), input.focus()]);

  const ask = (query) => {
    input.value = query;
    input.focus();
    search();
  };

  const searchNow = (query, mine) => {
    const every = finder.find(query);
    const wanted = every.filter(filters.accepts);
    if (every.length && !wanted.length) return show(t.filtered, [brief(t.unfilter, filters.reset)]);
    return guideSearch.tell(
      query,
      finder,
      { every, wanted },
      { t, found, show, input, help, isAsked: () => mine === turn },
    );
  };

  const search = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    finder = await engine(language).catch(() => null); // asked for again at the next letter
    if (mine !== turn) return;
    if (!finder) return show(t.failed, [brief(t.again, search)]);
    filters.add(finder.entries);
    if (query) return searchNow(query, mine);
    const again = () => {
      search();
      input.focus();
    };
    show("", guideSearch.start(finder.entries, t, ask, again));
  };

  input.addEventListener("input", search);
  single.addEventListener("change", () => {
    guideSearch.singleKeys.value = single.checked;
  });
  guideSearch.whenFollowed(list, (option, leaves) => {
    const query = input.value.trim();
    if (leaves) {
      history.replaceState({ search: query, filters: filters.chosen() }, "");
      dialog.close("followed");
    }
    const { words } = option === all ? {} : results[options().indexOf(option)];
    guideSearch.follow(query, option, words, !leaves);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // the backdrop
  });
  // Where it is closed for good, neither Back nor the address of the home page opens it again.
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "followed") return;
    if (history.state?.search) history.replaceState(null, "");
    if (document.body.classList.contains("home")) history.replaceState(null, "", location.pathname + location.hash);
  });

  /** Follow a link as a click would, with the keys that are held: Ctrl, Cmd or Shift open it elsewhere. */
  const follow = (node, { ctrlKey, metaKey, shiftKey }) =>
    node.dispatchEvent(new MouseEvent("click", { ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }));

  /** The result that was chosen, or whose name was typed whole; else the page of results. */
  const enter = async (event) => {
    const ready = await engine(language).catch(() => null); // what was typed is then answered
    const query = input.value.trim();
    if (!ready || !query) return;
    const named = () => options()[guideSearch.named(query, results.slice(0, SHOWN), ready)];
    follow(options()[active] ?? named() ?? all, event);
  };

  input.addEventListener("keydown", (event) => {
    const final = options().length - 1;
    if (event.isComposing) return;
    if (event.key === "Enter") enter(event);
    else if (event.key === "ArrowDown" && final >= 0) activate(active < final ? active + 1 : 0);
    else if (event.key === "ArrowUp" && final >= 0) activate(active > 0 ? active - 1 : final);
    else return;
    event.preventDefault();
  });

  input.value = last.value ?? "";
  status.textContent = t.loading;

  return {
    /**
     * Show it with a query and filters, else with the last ones; `typed` is what the reader typed before it was there, a
     * line end for the key Enter.
     */
    open: (typed, query, chosen) => {
      if (!dialog.open) {
        dialog.returnValue = "";
        dialog.showModal();
      }
      if (query) input.value = query;
      if (chosen) filters.restore(chosen);
      input.focus();
      input.select();
      const text = typed?.replaceAll("\n", "");
      if (text) input.setRangeText(text, 0, input.value.length, "end");
      search();
      if (text && text !== typed) enter({});
    },
    close: () => dialog.open && dialog.close(),
  };
};
