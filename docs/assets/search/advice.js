// What helps where little or nothing was found: who to ask of what the policy leaves aside, the other language, near
// terms, the glossary.
"use strict";
{
  const WEAK = 0.55; // of the question: below, an answer is often none
  const PAUSE = 400; // milliseconds without typing after which the other language is loaded and asked

  const line = (words) => ` ${words.join(" ")} `;

  /** Subjects that the policy does not cover, where the query holds a word of theirs. */
  const subjects = (query, t) => {
    const { el, link, language } = guideSearch;
    const words = (text) => line(guideSearch.words(text, language));
    const typed = words(query);
    return t.subjects
      .filter((subject) => subject.words.some((word) => typed.includes(words(word))))
      .map(({ says, see }) =>
        el(
          "p",
          { class: "find__subject" },
          el("b", {}, t.own),
          ` ${says}`,
          ...see.flatMap(([label, address]) => [" ", el("a", { href: link(address) }, label)]),
        ),
      );
  };

  const terms = async (query, finder, t) => {
    const { el, link } = guideSearch;
    const near = (await finder.near(query)).map((entry) =>
      el("li", {}, el("a", { href: link(`${entry.address}#${entry.fragment}`) }, entry.title)),
    );
    return near.length ? [el("p", {}, t.near), el("ul", { class: "find__near" }, ...near)] : [];
  };

  /**
   * What stands above weak results, or in the place of none: nodes at once, `more` of them after a pause, if the
   * query is still asked then. `show` takes the answer of the other language.
   */
  const advise = (query, finder, answer, { t, most }, show) => {
    const { el, link, button, counted, engine } = guideSearch;
    const other = guideSearch.otherThan(guideSearch.language);
    const now = [
      ...subjects(query, t),
      ...(finder.glossary ? [el("p", {}, el("a", { href: link(finder.glossary) }, t.glossary))] : []),
    ];
    const more = async (isAsked) => {
      await new Promise((done) => setTimeout(done, PAUSE));
      if (!isAsked()) return [];
      const there = await engine(other).then(
        (found) => found.find(query, { most }),
        () => null,
      );
      const elsewhere = there?.count
        ? [button(counted(t["elsewhere-one"], t.elsewhere, there.count), () => show(there, other))]
        : [];
      return [...(answer.every ? [] : await terms(query, finder, t)), ...elsewhere];
    };
    return { now, more };
  };

  /**
   * Show the answer to a query; where it is weak, with what helps. `view` has `found`, which counts results in words,
   * `show`, the field `input`, the element `help`, `most`, the number of results at once, and `isAsked`, whether the query
   * still is.
   */
  guideSearch.tell = async (query, finder, answer, view) => {
    const { t, found, show, input, help, isAsked } = view;
    const { filled } = guideSearch;
    if (answer.coverage >= WEAK) return show(found(answer), [], answer);
    const message = answer.every ? filled(t.weak, { found: found(answer) }) : filled(t.none, { query });
    const advice = advise(query, finder, answer, view, (there, lang) => {
      show(found(there), [], there, lang);
      input.focus(); // the button that had it is gone
    });
    show(message, advice.now, answer);
    const more = await advice.more(isAsked);
    if (isAsked()) help.append(...more);
  };
}
