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
   * {node, chosen, reset, restore, add}: `chosen` gives what is chosen, as pairs of a key of the entries and its value, for
   * `restore` to choose it again; `add` makes the pillars, pairs of an id and its name.
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
      reset: () => {
        form.reset();
        apply();
      },
      restore: (pairs) => {
        form.reset();
        restored = pairs;
        choose();
      },
      add: (pillars) => {
        if (form.elements.pillar) return;
        form.append(choices("pillar", t.pillar, [["", t.pillars], ...pillars]));
        choose();
      },
    };
  };
}
