// The stretch of an entry that answers a query, with the words that answered marked.
"use strict";
{
  const WORD = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
  const LENGTH = 190;

  /** Where the words of `found` stand in `text`: [start, end, folded]. */
  const places = (text, found) =>
    [...text.matchAll(WORD)]
      .map((match) => [match.index, match.index + match[0].length, guideSearch.words(match[0])[0]])
      .filter(([, , word]) => found.has(word));

  const distinct = (hits) => new Set(hits.map(([, , word]) => word)).size;

  /** The part of an entry that holds most of the words; the first of equals. */
  const best = (entry, found) => {
    let chosen = { score: -1 };
    for (const [fragment, heading, text] of entry.parts) {
      const score = distinct(places(`${heading} ${text}`, found));
      if (text && score > chosen.score) chosen = { fragment, heading, text, score };
    }
    return chosen;
  };

  /** The stretch of about LENGTH characters that holds most of the words, cut between words. */
  const window = (text, found) => {
    if (text.length <= LENGTH) return [0, text.length];
    const hits = places(text, found);
    const within = (start) => distinct(hits.filter(([from, to]) => from >= start && to <= start + LENGTH - 40));
    const start = hits
      .map(([from]) => from)
      .reduce((top, from) => (within(from) > within(top) ? from : top), hits[0]?.[0] ?? 0);
    const from = start < 60 ? 0 : text.indexOf(" ", start - 40) + 1;
    const end = text.lastIndexOf(" ", from + LENGTH);
    return [from, from + LENGTH >= text.length ? text.length : end];
  };

  /** `text` as nodes, the words of `found` in <mark>. */
  const marked = (text, found) => {
    const nodes = [];
    let at = 0;
    for (const [from, to] of places(text, found)) {
      nodes.push(
        text.slice(at, from),
        Object.assign(document.createElement("mark"), { textContent: text.slice(from, to) }),
      );
      at = to;
    }
    return [...nodes, text.slice(at)];
  };

  /** Where a result leads and what it shows. A query that the title answers leads to the start of the section. */
  guideSearch.excerpt = ({ entry, words, asked }) => {
    const found = new Set(words);
    const part = best(entry, found);
    const whole = entry.kind === "term" || part.text === undefined;
    const text = part.text ?? "";
    const [from, to] = whole ? [0, text.length] : window(text, found);
    const named = [entry.title, entry.mark, entry.full, ...(entry.names ?? [])].join(" ");
    const titled = distinct(places(named, found)) >= Math.min(part.score, asked);
    const fragment = titled ? entry.fragment : part.fragment;
    return {
      address: entry.address + (fragment ? `#${fragment}` : ""),
      heading: titled ? "" : part.heading,
      title: marked(entry.title, found),
      full: marked(entry.full ?? "", found),
      text: [from > 0 ? "… " : "", ...marked(text.slice(from, to), found), to < text.length ? " …" : ""],
    };
  };
}
