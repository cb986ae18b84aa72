// The box of the search: a dialog with a combobox (ARIA Authoring Practices) and announcements.
"use strict";
/** Makes the box: {open, close}; `t` holds its words, as scripts/kb/search writes them. */
guideSearch.dialog = (t) => {
  const { language, engine, el, button, filled, counted, last } = guideSearch;
  const SHOWN = 20;
  const NONE = { results: [], count: 0, named: -1 };

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
  let shown = NONE; // the answer
  let active = -1; // the option that the arrow keys are on
  let turn = 0; // of the latest query: an answer that comes late is dropped
  let answered = Promise.resolve(); // once it is, {finder, answer}; a query waits for the one before it

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

  const show = (message, besides = [], answer = NONE, lang = language) => {
    shown = answer;
    all.href = guideSearch.link(`${t.page}?q=${encodeURIComponent(input.value.trim())}`);
    all.textContent = filled(t["all-results"], { count: shown.count });
    all.hidden = shown.count <= SHOWN;
    list.replaceChildren(...guideSearch.links(shown.results, lang, t), all);
    for (const [index, node] of [...list.children].entries()) {
      const option = { id: `find-${index}`, role: "option", "aria-selected": "false", tabindex: "-1" };
      for (const [name, value] of Object.entries(option)) node.setAttribute(name, value);
    }
    list.hidden = !shown.count;
    list.scrollTop = 0;
    if (document.activeElement === input) dialog.scrollTop = 0; // on a low screen, which a reader may have moved on in
    list.setAttribute("aria-busy", "false");
    input.setAttribute("aria-expanded", String(shown.count > 0));
    help.replaceChildren(...besides);
    status.textContent = message;
    activate(-1);
  };

  const found = ({ count }) =>
    count > SHOWN ? filled(t["found-more"], { count, shown: SHOWN }) : counted(t["found-one"], t.found, count);

  /** A button that goes away when it is pressed, and leaves the focus in the field. */
  const brief = (label, action) => button(label, () => [action(), input.focus()]);

  const ask = (query) => {
    input.value = query;
    input.focus();
    search();
  };

  const look = async (query) => {
    const finder = await engine(language);
    filters.add(finder.pillars);
    return { finder, answer: query && (await finder.find(query, { chosen: filters.chosen(), most: SHOWN })) };
  };

  const search = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    const isAsked = () => mine === turn;
    list.setAttribute("aria-busy", "true");
    answered = answered.then(() => (isAsked() ? look(query) : null)).catch(() => null); // asked again at the next letter
    const done = await answered;
    if (!isAsked()) return;
    if (!done) return show(t.failed, [brief(t.again, search)]);
    const { finder, answer } = done;
    const again = () => [search(), input.focus()];
    if (!query) return show("", guideSearch.start(finder.asked, t, ask, again));
    if (answer.every && !answer.count) return show(t.filtered, [brief(t.unfilter, filters.reset)]);
    return guideSearch.tell(query, finder, answer, { t, found, show, input, help, most: SHOWN, isAsked });
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
    const { words } = option === all ? {} : shown.results[options().indexOf(option)];
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
    if ((await answered)?.answer) follow(options()[active] ?? options()[shown.named] ?? all, event);
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
