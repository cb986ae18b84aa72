// What the search answers in a language: all that the page asks for, as data that a worker can send.
"use strict";
{
  const engines = {};
  const texts = {}; // language → id → parts, [fragment, heading, text]
  let last = {}; // what was found lastly, of which a page asks for more

  const found = (language, query) => {
    if (last.language !== language || last.query !== query)
      last = { language, query, results: engines[language].find(query) };
    return last.results;
  };

  const asShown = (language, result) => ({
    ...result,
    entry: { ...result.entry, parts: texts[language]?.[result.entry.id] },
  });

  const make = async (language, data) => {
    const { entries } = data;
    engines[language] = await guideSearch.Engine.made(data, language);
    const pillars = entries.filter((entry) => entry.pillar === entry.id).sort((a, b) => a.mark.localeCompare(b.mark));
    return {
      pillars: pillars.map(({ id, mark, title, names = [title] }) => [id, `${mark} ${names[0]}`]),
      asked: entries.flatMap(({ kind, asked }) => (asked?.length ? [{ kind, question: asked[0] }] : [])),
      glossary: entries.find(({ id }) => id === "glossaire")?.address,
    };
  };

  /**
   * {results, count, every, coverage, named}: `most` of the results that are wanted, `from` one on, how many these are and
   * how many without the filters, `chosen` as pairs of a key and its value; the greatest share of the question that one
   * of them answers; where the one stands whose name, mark or number was typed whole, -1 where none does.
   */
  const find = (language, query, { chosen = [], from = 0, most }) => {
    const every = found(language, query);
    const wanted = every.filter(({ entry }) => chosen.every(([name, value]) => entry[name] === value));
    const results = wanted.slice(from, from + most);
    return {
      results: results.map((result) => asShown(language, result)),
      count: wanted.length,
      every: every.length,
      coverage: every.reduce((greatest, { coverage }) => Math.max(greatest, coverage), 0),
      named: engines[language].named(query, results),
    };
  };

  guideSearch.answers = {
    ...guideSearch.answers,
    make,
    find,
    near: (language, query) => engines[language].near(query),
    addTexts: (language, told) => {
      texts[language] = told;
    },
    texts: (language, ids) => ids.map((id) => texts[language][id]),
  };
}
