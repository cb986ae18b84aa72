// The empty box: what was asked lately, which can be taken away, and some of what readers ask,
// situations first.
"use strict";
{
  const EXAMPLES = 3;
  const DAY = 864e5; // milliseconds

  /** `count` of the questions, others on another day, from places far apart. */
  const some = (asked, count) => {
    const day = Math.floor(Date.now() / DAY);
    const shown = Math.min(count, asked.length);
    const places = Array.from({ length: shown }, (_, at) => day + Math.floor((at * asked.length) / shown));
    return places.map((at) => asked[at % asked.length].question);
  };

  const examples = (asked) => {
    const first = some(
      asked.filter(({ kind }) => kind === "situation"),
      EXAMPLES - 1,
    );
    const others = asked.filter(({ kind }) => kind !== "situation");
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

  /**
   * Makes the content of the empty box, with some of what is `asked`; `ask` is called with a query, `again`
   * once the list of those asked lately is another.
   */
  guideSearch.start = (asked, t, ask, again) => {
    const { el, button, filled, recent } = guideSearch;
    const removal = (query) => {
      const label = filled(t.forget, { query });
      return button("✕", () => again(recent.remove(query)), { class: "find__forget", "aria-label": label });
    };
    const group = (title, rows) =>
      rows.length ? [el("h2", { class: "find__group" }, title), el("ul", { class: "find__asked" }, ...rows)] : [];
    const lately = recent.all.map((query) => row(query, ask, removal(query)));
    const forget = button(t["forget-all"], () => again(recent.clear()), { class: "find__forget-all" });
    return [
      ...group(t.recent, lately),
      ...(lately.length ? [forget] : []),
      ...group(
        t.examples,
        examples(asked).map((query) => row(query, ask)),
      ),
    ];
  };
}
