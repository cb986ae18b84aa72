// The filters of the box, by kind and by pillar; folded on a small screen.
"use strict";
{
  const ROOMY = "(min-width: 48em) and (min-height: 30em)"; // as in dialog.css

  const choice = (group, [value, label]) => {
    const { el } = guideSearch;
    const radio = el("input", { type: "radio", name: group, value });
    radio.defaultChecked = value === "";
    return el("label", { class: "find__choice" }, radio, el("span", {}, label));
  };

  const choices = (group, legend, pairs) => {
    const { el } = guideSearch;
    const rows = pairs.map((pair) => choice(group, pair));
    return el("fieldset", { class: "find__filter" }, el("legend", { class: "visually-hidden" }, legend), ...rows);
  };

  /**
   * {node, accepts, chosen, reset, restore, add}: `accepts` tells whether an entry is wanted; `chosen` gives what is
   * chosen, for `restore` to choose it again; `add` makes the pillars of entries.
   */
  guideSearch.filters = (t, changed) => {
    const { el } = guideSearch;
    const form = el("form", {}, choices("kind", t.kind, [["", t.all], ...Object.entries(t.kinds)]));
    const count = el("span");
    const node = el("details", { class: "find__filters" }, el("summary", {}, t.filters, count), form);
    const chosen = () => [...new FormData(form)].filter(([, value]) => value);
    const tell = () => {
      count.textContent = chosen().length ? ` (${chosen().length})` : "";
    };
    const apply = () => {
      tell();
      changed();
    };
    let restored = []; // of which the pillar must wait for `add`
    const choose = () => {
      for (const [name, value] of restored) if (form.elements[name]) form.elements[name].value = value;
      tell();
    };
    node.open = matchMedia(ROOMY).matches;
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    return {
      node,
      chosen,
      accepts: ({ entry }) => chosen().every(([name, value]) => entry[name] === value),
      reset: () => {
        form.reset();
        apply();
      },
      restore: (pairs) => {
        form.reset();
        restored = pairs;
        choose();
      },
      add: (entries) => {
        if (form.elements.pillar) return;
        const pillars = entries
          .filter((entry) => entry.pillar === entry.id)
          .sort((a, b) => a.mark.localeCompare(b.mark));
        const named = pillars.map(({ id, mark, title, names = [title] }) => [id, `${mark} ${names[0]}`]);
        form.append(choices("pillar", t.pillar, [["", t.pillars], ...named]));
        choose();
      },
    };
  };
}
