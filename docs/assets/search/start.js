// The empty box: what was asked lately, which can be taken away, and some of what readers ask,
// situations first.
"use strict";
{
  const EXAMPLES = 3;
  const DAY = 864e5; // milliseconds

  /** The first question of each of `count` entries, others on another day, from places far apart. */
  const some = (asking, count) => {
    const day = Math.floor(Date.now() / DAY);
    const shown = Math.min(count, asking.length);
    const places = Array.from({ length: shown }, (_, at) => day + Math.floor((at * asking.length) / shown));
    return places.map((at) => asking[at % asking.length].asked[0]);
  };

  const examples = (entries) => {
    const asking = entries.filter(({ asked }) => asked?.length);
    const situations = asking.filter(({ kind }) => kind === "situation");
    const others = asking.filter((entry) => !situations.includes(entry));
    const first = some(situations, EXAMPLES - 1);
    return [...first, ...some(others, EXAMPLES - first.length)];
  };

  const row = (query, ask, ...besides) => {
    const { el, button } = guideSearch;
    return el(
      "li",
      {},
      button(query, () => ask(query), { class: "find__ask" }),
      ...besides,
    );
  };

  /** Makes the content of the empty box; `ask` is called with a query, `again` once the list of those asked is another. */
  guideSearch.start = (entries, t, ask, again) => {
    const { el, button, filled, recent } = guideSearch;
    const removal = (query) => {
      const label = filled(t.forget, { query });
      return button("✕", () => again(recent.remove(query)), { class: "find__forget", "aria-label": label });
    };
    const group = (title, rows) =>
      rows.length ? [el("h2", { class: "find__group" }, title), el("ul", { class: "find__asked" }, ...rows)] : [];
    const asked = recent.all.map((query) => row(query, ask, removal(query)));
    const forget = button(t["forget-all"], () => again(recent.clear()), { class: "find__forget-all" });
    return [
      ...group(t.recent, asked),
      ...(asked.length ? [forget] : []),
      ...group(
        t.examples,
        examples(entries).map((query) => row(query, ask)),
      ),
    ];
  };
}
