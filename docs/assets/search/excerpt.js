// The stretch of an entry that answers a query, with the words that answered marked.
"use strict";
{
  const LENGTH = 190;

  const distinct = (hits) => new Set(hits.map(([, , word]) => word)).size;

  /** The part of an entry that holds most of the words; the first of equals. */
  const best = (entry, places) => {
    let chosen = { score: -1 };
    for (const [fragment, heading, text] of entry.parts) {
      const score = distinct(places(`${heading} ${text}`));
      if (text && score > chosen.score) chosen = { fragment, heading, text, score };
    }
    return chosen;
  };

  /** The stretch of about LENGTH characters that holds most of the words, cut between words. */
  const window = (text, places) => {
    if (text.length <= LENGTH) return [0, text.length];
    const hits = places(text);
    const within = (start) => distinct(hits.filter(([from, to]) => from >= start && to <= start + LENGTH - 40));
    const start = hits
      .map(([from]) => from)
      .reduce((top, from) => (within(from) > within(top) ? from : top), hits[0]?.[0] ?? 0);
    const from = start < 60 ? 0 : text.indexOf(" ", start - 40) + 1;
    const end = text.lastIndexOf(" ", from + LENGTH);
    return [from, from + LENGTH >= text.length ? text.length : end];
  };

  /** `text` as nodes, the words that answered in <mark>. */
  const marked = (text, places) => {
    const nodes = [];
    let at = 0;
    for (const [from, to] of places(text)) {
      nodes.push(
        text.slice(at, from),
        Object.assign(document.createElement("mark"), { textContent: text.slice(from, to) }),
      );
      at = to;
    }
    return [...nodes, text.slice(at)];
  };

  /** Where a result in `language` leads and what it shows. A query that the title answers leads to the section's start. */
  guideSearch.excerpt = ({ entry, words, asked }, language) => {
    const found = new Set(words);
    const places = (text) => guideSearch.hits(text, found, language);
    const part = best(entry, places);
    const whole = entry.kind === "term" || part.text === undefined;
    const text = part.text ?? "";
    const [from, to] = whole ? [0, text.length] : window(text, places);
    const named = [entry.title, entry.mark, entry.full, ...(entry.names ?? [])].join(" ");
    const titled = distinct(places(named)) >= Math.min(part.score, asked);
    const fragment = titled ? entry.fragment : part.fragment;
    return {
      address: entry.address + (fragment ? `#${fragment}` : ""),
      heading: titled ? "" : part.heading,
      title: marked(entry.title, places),
      full: marked(entry.full ?? "", places),
      text: [from > 0 ? "… " : "", ...marked(text.slice(from, to), places), to < text.length ? " …" : ""],
    };
  };
}
