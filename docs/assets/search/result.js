// A result as a link: its mark, title and kind at once; what it says of the query once it can be seen, and its text is
// there.
"use strict";
{
  const IN_SIGHT = 6; // results that a reader may see at once
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  const waiting = new WeakMap(); // link → what completes it

  const make = (result, language, t) => {
    const { el, link } = guideSearch;
    const { entry } = result;
    const title = el("span", { lang: entry.lang ?? language }, entry.title);
    const full = el("span", { class: "find__full", lang: language });
    const text = el("span", { class: "find__text", lang: language });
    const node = el(
      "a",
      { class: "find__option", href: link(entry.address + (entry.fragment ? `#${entry.fragment}` : "")) },
      el(
        "span",
        { class: "find__title" },
        ...(entry.mark ? [el("b", { class: "find__mark" }, entry.mark), " "] : []),
        title,
        ...(entry.full ? [" – ", full] : []),
        " ",
        el("span", { class: "find__kind" }, t.kinds[entry.kind]),
      ),
      text,
    );
    if (entry.pillar) node.dataset.pillar = entry.pillar;
    waiting.set(node, () => {
      if (!entry.parts) return;
      waiting.delete(node);
      const shown = guideSearch.excerpt(result, language);
      node.href = link(shown.address);
      title.replaceChildren(...shown.title);
      full.replaceChildren(...shown.full);
      text.append(...(shown.heading ? [el("i", {}, shown.heading), " – "] : []), ...shown.text);
    });
    return node;
  };

  /** Give a result its excerpt, and the address of the part that answers. */
  const complete = (node) => waiting.get(node)?.();

  /**
   * The links of results in `language`; those in sight are complete once the texts are there, the others soon, while they
   * are in the page. Without texts, they lead to the start of their section.
   */
  guideSearch.links = (results, language, t) => {
    const nodes = results.map((result) => make(result, language, t));
    if (results.every(({ entry }) => entry.parts)) completeAll(nodes);
    else
      addTexts(results, language).then(
        () => completeAll(nodes),
        () => {},
      );
    return nodes;
  };

  const addTexts = async (results, language) => {
    const finder = await guideSearch.engine(language);
    const texts = await finder.texts(results.map(({ entry }) => entry.id));
    for (const [at, { entry }] of results.entries()) entry.parts = texts[at];
  };

  const completeAll = (nodes) => {
    nodes.slice(0, IN_SIGHT).forEach(complete);
    const others = nodes.slice(IN_SIGHT);
    const next = () => {
      if (!others[0]?.isConnected) return;
      complete(others.shift());
      whenIdle(next);
    };
    whenIdle(next);
  };

  /** `then` is called with each link of `list` that is followed, and whether this page is left. */
  guideSearch.whenFollowed = (list, then) => {
    const followed = ({ target, button, ctrlKey, metaKey, shiftKey }) => {
      const link = target.closest("a");
      if (link && button < 2) then(link, !(button || ctrlKey || metaKey || shiftKey));
    };
    list.addEventListener("click", followed);
    list.addEventListener("auxclick", followed); // the middle button: a new tab
  };

  guideSearch.complete = complete;
}
