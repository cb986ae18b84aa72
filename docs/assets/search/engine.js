// What the search finds: places, then what MiniSearch finds of the words. It displays nothing, and needs no text.
"use strict";
{
  const BOOST = { name: 12, alias: 6, title: 3, names: 2, asked: 4, text: 2, foreign: 1.5 };
  const WHOLE = new Set(["name", "alias"]); // their words are whole names, so that one typed whole comes first
  const OWN = ["title", "names", "asked"]; // in the language of the page, as their text is
  const WEIGHT = { term: 0.8, reference: 0.4 };
  const ASIDE = 0.75; // the weight of the guide's own words beside that of the policy's
  const NAMED = 100; // the weight of a term whose name was typed whole: it comes before what tells more of it
  const BESIDES = 0.4; // the weight of words that stand for one that was typed
  const SLICE = globalThis.document ? 8 : Infinity; // milliseconds of making an engine after which a page may answer
  const ALIKE = 2; // how much an entry gains whose readers ask just what was typed
  const LEAST = 0.1; // of what was asked: an entry that answers less is found all the same

  const { isLong, otherThan } = guideSearch;
  const names = (...groups) => groups.flat().filter(Boolean).join("|");

  /** `act` on each item, a slice at a time. */
  const inSlices = async (items, act) => {
    let start = performance.now();
    for (const item of items) {
      act(item);
      if (performance.now() - start < SLICE) continue;
      await new Promise((done) => setTimeout(done));
      start = performance.now();
    }
  };

  /** An entry as MiniSearch's document; `text` holds the words of its texts. */
  const toDocument = ({ title, mark = "", full = "", names: own = [], other = [], asked = [] }, id, text) => ({
    id,
    name: names(title, mark, full),
    alias: names(full, own, other),
    title: `${title} ${mark}`,
    names: names(full, own),
    foreign: names(other),
    asked: names(asked),
    text: text.join("|"),
  });

  guideSearch.Engine = class {
    /** The engine of `data` as scripts/kb/search writes it: entries, groups of synonyms, and words (kb/search/words.py). */
    static async made(data, language) {
      const engine = new guideSearch.Engine(data, language);
      await engine.#fill(data);
      return engine;
    }

    constructor({ entries, synonyms }, language) {
      const of = (field) => (field === "foreign" ? otherThan(language) : language);
      const words = (text, field) => guideSearch.words(text, of(field));
      const whole = (text) => text.split("|").map((name) => words(name).join(" "));
      Object.assign(this, { entries, language, places: new guideSearch.Places(), asked: [] });
      this.index = new MiniSearch({
        fields: Object.keys(BOOST),
        tokenize: (text, field) =>
          field === "text" ? text.split("|") : WHOLE.has(field) ? whole(text) : words(text, field),
        processTerm: (word, field) => (WHOLE.has(field) || guideSearch.tells(word, of(field)) ? word : null),
      });
      this.vocabulary = new guideSearch.Vocabulary(synonyms, language, (word) => this.#slips(word));
    }

    async #fill({ entries, words, steps }) {
      const read = [];
      await inSlices(words.split("|"), (word) => read.push(guideSearch.words(word, this.language)));
      await inSlices(entries.entries(), ([id, entry]) => {
        let at = 0;
        const text = [...steps[id].matchAll(/(\d*)([a-z])/g)].flatMap(([, times, letter]) => {
          at += times * 26 + letter.charCodeAt() - 97; // as kb/search/words.py writes a step
          return read[at];
        });
        const document = toDocument(entry, id, text);
        const own = OWN.map((field) => document[field]).join(" ");
        this.vocabulary.add([...guideSearch.words(own, this.language), ...text]);
        this.places.add(entry);
        const asked = [entry.title, ...(entry.asked ?? [])].map((one) => guideSearch.words(one, this.language));
        this.asked.push(asked.map((one) => new Set(this.vocabulary.telling(one))));
        if (!entry.numbered) this.index.add(document);
      });
    }

    /** Words of the base that are near one that is mistyped. */
    #slips(word) {
      const fuzzy = word.length >= 8 ? 2 : 1;
      const hits = this.index.search(word, {
        tokenize: () => [word],
        processTerm: (each) => each,
        fields: [...OWN, "text"],
        fuzzy,
      });
      return hits.flatMap(({ terms }) => terms);
    }

    /**
     * [{entry, words, asked, coverage}], best first: the words of the base that answered, how many words were asked, and
     * the share of the question that is answered. What stands at a place that it names comes before all else.
     */
    find(query) {
      const answers = this.#answers(query);
      const rank = new Map(answers.map(({ entry }, at) => [entry, at]));
      const order = (entry) => rank.get(entry) ?? answers.length;
      const placed = this.places
        .find(query)
        .flatMap(({ entries, cited }) => (cited ? [...entries].sort((a, b) => order(a) - order(b)) : entries));
      const first = new Set(placed);
      const words = guideSearch.words(query, this.language);
      return [
        ...[...first].map((entry) => ({ entry, words, asked: 1, coverage: 1 })),
        ...answers.filter(({ entry }) => !first.has(entry)),
      ];
    }

    #answers(query) {
      const question = new guideSearch.Question(query, this.vocabulary);
      const { words, besides } = question;
      const foreign = guideSearch.words(query, otherThan(this.language)).filter((word) => !words.includes(word));
      const own = (at) => at < words.length;
      const isName = (at, all) => at === all.length - 1;
      const isLast = (at) => at === words.length - 1;
      const ways = {
        processTerm: (word) => word,
        boost: BOOST,
        boostDocument: (id) => (WEIGHT[this.entries[id].kind] ?? 1) * (this.entries[id].aside ? ASIDE : 1),
      };
      const typed = {
        queries: [query],
        tokenize: () => [...words, ...besides, question.name],
        prefix: (word, at) => own(at) && (isLast(at) ? word.length >= 3 : isLong(word)),
        fuzzy: (word, at, all) => (isName(at, all) ? isLong(word) : own(at) && this.vocabulary.isStrange(word)) && 1,
        boostTerm: (_word, at, all) => (own(at) || isName(at, all) ? 1 : BESIDES),
      };
      const isNamed = ({ id, match }) => this.entries[id].kind === "term" && match[question.name]?.includes("name");
      const elsewhere = { queries: [query], tokenize: () => foreign, fields: ["foreign"] };
      const answer = (hit) => {
        const coverage = question.coverage(hit.queryTerms);
        const likenesses = this.asked[hit.id].map((one) => question.likeness(one));
        const likeness = hit.match[question.name] ? 1 : Math.max(...likenesses); // a name typed whole is no less
        const gained = 1 + ALIKE * likeness ** 2;
        const score = hit.score * Math.max(coverage, LEAST) ** 2 * gained * (isNamed(hit) ? NAMED : 1);
        return { entry: this.entries[hit.id], words: hit.terms, asked: words.length, coverage, score };
      };
      return this.index
        .search({ combineWith: "OR", queries: foreign.length ? [typed, elsewhere] : [typed] }, ways)
        .map(answer)
        .sort((a, b) => b.score - a.score);
    }

    /** Where the result stands whose name is typed whole, or whose mark or number is; -1 where none does. */
    named(query, results) {
      const spelled = (text) => guideSearch.words(text, this.language).join(" ");
      const [first] = this.places.find(query);
      const only = first && !first.cited && first.entries.length === 1 ? first.entries[0] : null;
      const typed = spelled(query);
      const isNamed = ({ title, full = "", names: own = [], other = [] }) =>
        [title, full, ...own, ...other].some((name) => spelled(name) === typed);
      return results.findIndex(({ entry }) => entry === only || (typed && isNamed(entry)));
    }

    /** Terms whose names come near a query that found nothing. */
    near(query) {
      const hits = this.index.search(query, {
        tokenize: (text) => guideSearch.words(text, this.language),
        fields: ["title", "names"],
        prefix: true,
        fuzzy: 0.4,
        filter: ({ id }) => this.entries[id].kind === "term",
      });
      return hits.slice(0, 5).map(({ id }) => this.entries[id]);
    }
  };
}
