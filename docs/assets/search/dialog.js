// The search as the reader sees it: a dialog with a combobox (ARIA Authoring Practices), filters and announcements.
"use strict";
/** Makes the dialog and `guideSearch.open`; `t` holds its words, as scripts/kb/search writes them. */
guideSearch.dialog = (t) => {
  const { language, base, engine, singleKeys } = guideSearch;
  const other = language === "fr" ? "en" : "fr";
  const SHOWN = 20;

  const el = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const choice = (group, value, label) =>
    el(
      "label",
      { class: "find__choice" },
      Object.assign(el("input", { type: "radio", name: group, value }), { defaultChecked: value === "" }),
      el("span", {}, label),
    );
  const choices = (group, legend, pairs) =>
    el(
      "fieldset",
      { class: "find__filter" },
      el("legend", { class: "visually-hidden" }, legend),
      ...pairs.map(([value, label]) => choice(group, value, label)),
    );

  const input = el("input", {
    class: "find__input",
    id: "find-input",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "go",
    placeholder: t.hint,
    "aria-label": t.title,
    "aria-autocomplete": "list",
    "aria-controls": "find-list",
    "aria-expanded": "false",
  });
  const list = el("div", { class: "find__list", id: "find-list", role: "listbox", "aria-label": t.results });
  const status = el("p", { class: "find__status", role: "status" });
  const help = el("div", { class: "find__help" });
  const close = el("button", { class: "find__close", type: "button", "aria-label": t.close }, "✕");
  const single = Object.assign(el("input", { type: "checkbox" }), { checked: singleKeys.on });
  const filters = el(
    "form",
    { class: "find__filters" },
    choices("kind", t.kind, [["", t.all], ...Object.entries(t.kinds)]),
  );
  const dialog = el(
    "dialog",
    { class: "find", "aria-label": t.title },
    el("div", { class: "find__bar" }, input, close),
    filters,
    status,
    help,
    list,
    el(
      "div",
      { class: "find__foot" },
      el("span", { class: "find__keys" }, t.keys),
      el("label", {}, single, " ", t.single),
    ),
  );
  document.body.append(dialog);

  let active = -1; // the option that the arrow keys are on
  let turn = 0; // of the latest query: an answer that comes late is dropped

  const options = () => [...list.children];
  const activate = (index) => {
    options()[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = options()[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const link = (address) => new URL(address, base).href;
  const option = (result, index, lang) => {
    const { entry } = result;
    const shown = guideSearch.excerpt(result);
    const node = el(
      "a",
      {
        class: "find__option",
        id: `find-${index}`,
        role: "option",
        "aria-selected": "false",
        tabindex: "-1",
        href: link(shown.address),
      },
      el(
        "span",
        { class: "find__title" },
        ...(entry.mark ? [el("b", { class: "find__mark" }, entry.mark), " "] : []),
        el("span", { lang: entry.lang ?? lang }, ...shown.title),
        ...(entry.full ? [" – ", el("span", { class: "find__full", lang }, ...shown.full)] : []),
        " ",
        el("span", { class: "find__kind" }, t.kinds[entry.kind]),
      ),
      el(
        "span",
        { class: "find__text", lang },
        ...(shown.heading ? [el("i", {}, shown.heading), " – "] : []),
        ...shown.text,
      ),
    );
    if (entry.pillar) node.dataset.pillar = entry.pillar;
    return node;
  };

  const show = (results, message, lang, ...besides) => {
    list.replaceChildren(...results.slice(0, SHOWN).map((result, index) => option(result, index, lang)));
    list.hidden = !results.length;
    list.scrollTop = dialog.scrollTop = 0; // the one that scrolls
    input.setAttribute("aria-expanded", String(results.length > 0));
    help.replaceChildren(...besides);
    status.textContent = message;
    activate(-1);
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (one, several, count) => (count === 1 ? one : fill(several, { count, shown: SHOWN }));
  const found = ({ length }) => counted(t["found-one"], length > SHOWN ? t["found-more"] : t.found, length);
  const button = (label, action) => {
    const node = el("button", { class: "find__action", type: "button" }, label);
    node.addEventListener("click", () => {
      action();
      input.focus();
    });
    return node;
  };

  // Milliseconds without a result and without typing after which the other language is loaded and asked.
  const PAUSE = 400;

  /** What stands in the place of results: the other language, near terms and the glossary. */
  const nothing = async (query, finder) => {
    const elsewhere = await engine(other).then(
      (there) => there.find(query),
      () => [],
    );
    const near = finder
      .near(query)
      .map((entry) => el("li", {}, el("a", { href: link(`${entry.address}#${entry.fragment}`) }, entry.title)));
    const glossary = finder.entries.find((entry) => entry.id === "glossaire");
    return [
      ...(elsewhere.length
        ? [
            button(counted(t["elsewhere-one"], t.elsewhere, elsewhere.length), () =>
              show(elsewhere, found(elsewhere), other),
            ),
          ]
        : []),
      ...(near.length ? [el("p", {}, t.near), el("ul", { class: "find__near" }, ...near)] : []),
      ...(glossary ? [el("p", {}, el("a", { href: link(glossary.address) }, t.glossary))] : []),
    ];
  };

  const withPillars = ({ entries }) => {
    if (filters.elements.pillar) return;
    const pillars = entries.filter((entry) => entry.pillar === entry.id).sort((a, b) => a.mark.localeCompare(b.mark));
    const named = pillars.map(({ id, mark, title, names = [title] }) => [id, `${mark} ${names[0]}`]);
    filters.append(choices("pillar", t.pillar, [["", t.pillars], ...named]));
  };

  const search = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    const finder = await engine(language).catch(() => null); // asked for again at the next letter
    if (mine !== turn) return;
    if (!finder) return show([], t.failed, language, button(t.again, search));
    withPillars(finder);
    if (!query) return show([], "", language);
    const { kind, pillar } = Object.fromEntries(new FormData(filters));
    const results = finder.find(
      query,
      (entry) => (!kind || entry.kind === kind) && (!pillar || entry.pillar === pillar),
    );
    if (results.length) return show(results, found(results), language);
    if ((kind || pillar) && finder.find(query).length) {
      return show(
        [],
        t.filtered,
        language,
        button(t.unfilter, () => {
          filters.reset();
          search();
        }),
      );
    }
    show([], fill(t.none, { query }), language);
    await new Promise((done) => setTimeout(done, PAUSE));
    if (mine !== turn) return;
    const besides = await nothing(query, finder);
    if (mine === turn) show([], fill(t.none, { query }), language, ...besides);
  };

  input.addEventListener("input", search);
  filters.addEventListener("change", search);
  filters.addEventListener("submit", (event) => event.preventDefault());
  close.addEventListener("click", () => dialog.close());
  single.addEventListener("change", () => {
    singleKeys.on = single.checked;
  });
  list.addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // the backdrop
  });
  /** Follow a result as a click would, with the keys that are held: Ctrl, Cmd or Shift open it elsewhere. */
  const follow = (option, { ctrlKey, metaKey, shiftKey }) =>
    option.dispatchEvent(new MouseEvent("click", { ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }));

  input.addEventListener("keydown", (event) => {
    const last = list.childElementCount - 1;
    if (event.isComposing || last < 0) return;
    if (event.key === "ArrowDown") activate(active < last ? active + 1 : 0);
    else if (event.key === "ArrowUp") activate(active > 0 ? active - 1 : last);
    else if (event.key === "Enter") follow(options()[Math.max(active, 0)], event);
    else return;
    event.preventDefault();
  });

  /** Show the dialog; `typed` is what the reader typed before it was there. */
  guideSearch.open = (typed) => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    if (typed) {
      input.setRangeText(typed, 0, input.value.length, "end");
      search();
    }
  };

  status.textContent = t.loading;
  search();
};
