// The words of a text that answered a query: where they stand, in an excerpt and on the page that a result opens.
"use strict";
{
  const NAME = "found"; // of the highlight, in docs/assets/css/text.css
  const known = { fr: new Map(), en: new Map() };

  /** The word as the base spells it; kept, since an excerpt asks for the same ones at each letter that is typed. */
  const spelled = (word, language) => {
    if (!known[language].has(word)) known[language].set(word, guideSearch.words(word, language)[0]);
    return known[language].get(word);
  };

  /** Where the words of the set `found` stand in `text`: [start, end, word of the base]. */
  const hits = (text, found, language) =>
    [...text.matchAll(guideSearch.WORD)]
      .map((match) => [match.index, match.index + match[0].length, spelled(match[0], language)])
      .filter(([, , word]) => found.has(word));

  const ranges = (node, found) =>
    hits(node.data, found, guideSearch.language).map(
      ([start, end]) =>
        new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
    );

  /** Mark words of the base on this page, which stays as it is, until Escape; a browser that cannot marks none. */
  guideSearch.mark = (words) => {
    if (!globalThis.CSS?.highlights) return;
    const found = new Set(words);
    const walker = document.createTreeWalker(document.getElementById("content"), NodeFilter.SHOW_TEXT);
    const marked = new Highlight();
    while (walker.nextNode()) for (const range of ranges(walker.currentNode, found)) marked.add(range);
    CSS.highlights.set(NAME, marked);
  };

  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") globalThis.CSS?.highlights?.delete(NAME);
  });

  guideSearch.hits = hits;
}
