// The empty box: what was asked lately, which can be taken away, and some of what readers ask.
"use strict";
{
  const EXAMPLES = 3;
  const DAY = 864e5; // milliseconds

  /** Other questions on another day, from places far apart. */
  const examples = (entries) => {
    const day = Math.floor(Date.now() / DAY);
    const asking = entries.filter(({ asked }) => asked?.length);
    const count = Math.min(EXAMPLES, asking.length);
    const places = Array.from({ length: count }, (_, at) => day + Math.floor((at * asking.length) / count));
    return places.map((at) => asking[at % asking.length].asked).map((asked) => asked[day % asked.length]);
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
