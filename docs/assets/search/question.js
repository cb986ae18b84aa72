// What a question asks for: each word of it, and the words of the base that may stand for it.
"use strict";
{
  const SUGGESTED = 6; // words that one unknown may be a slip for
  const ASIDE = 0.7; // what another word in the place of the one typed answers of it

  const { isLong } = guideSearch;
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

  /** A long word with two neighbours exchanged: one slip of the fingers, but two edits. */
  const swaps = (word) =>
    isLong(word)
      ? [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2))
      : [];

  /** Every word of the base, and the groups of synonyms. */
  guideSearch.Vocabulary = class {
    /** `slips`: words near one that is mistyped. */
    constructor(synonyms, language, slips) {
      Object.assign(this, { language, slips, count: 0 });
      this.groups = synonyms.map((group) => group.map((member) => guideSearch.words(member, language)));
      this.grouped = new Set(this.groups.flat(2));
      this.holders = new Map(); // word → in how many entries it stands
    }

    /** The words of one more entry. */
    add(words) {
      this.count++;
      for (const word of new Set(words)) this.holders.set(word, (this.holders.get(word) ?? 0) + 1);
    }

    knows(word) {
      return this.holders.has(word);
    }

    /** Whether a word may be a slip: the base does not hold it, nor another in its place. */
    isStrange(word) {
      return isLong(word) && !this.knows(word) && !this.grouped.has(word);
    }

    /** How much a word tells of what is looked for: the more, the fewer entries hold it. */
    rarity(word) {
      return Math.log(1 + this.count / (1 + (this.holders.get(word) ?? 0)));
    }

    telling(words) {
      return words.filter((word) => guideSearch.tells(word, this.language));
    }

    /** Phrases of known words that an unknown one may stand for: slips, words of its family, words typed as one. */
    corrections(word) {
      if (!this.isStrange(word)) return [];
      const slips = [...new Set([...swaps(word).filter((each) => this.knows(each)), ...this.slips(word)])];
      const found = slips.length ? slips : this.#family(word);
      return found.length ? found.slice(0, SUGGESTED).map((each) => [each]) : this.#parts(word);
    }

    /** vieillissement, vieillissant; trustworthy, trust */
    #family(word) {
      const start = word.slice(0, Math.max(5, word.length - 4));
      const isKin = (each) => each.startsWith(start) || (isLong(each) && word.startsWith(each));
      return [...this.holders.keys()].filter(isKin);
    }

    #parts(word) {
      for (let at = 3; at <= word.length - 3; at++) {
        const parts = [word.slice(0, at), word.slice(at)].map((part) => guideSearch.stem(part, this.language));
        if (parts.every((part) => this.knows(part))) return [this.telling(parts)];
      }
      return [];
    }

    /** The phrases that readers use for one that stands in `typed`, with the words of it that they stand for. */
    synonyms(typed) {
      const line = ` ${typed.join(" ")} `;
      return this.groups.flatMap((group) =>
        group
          .filter((member) => line.includes(` ${member.join(" ")} `))
          .map((member) => ({
            member,
            others: group.filter((each) => each !== member).map((each) => this.telling(each)),
          })),
      );
    }
  };

  guideSearch.Question = class {
    #coverages = new Map(); // many entries answer the same words

    constructor(query, vocabulary) {
      this.vocabulary = vocabulary;
      this.typed = guideSearch.words(query, vocabulary.language);
      const telling = vocabulary.telling(this.typed);
      this.words = telling.length ? telling : this.typed;
      this.needs = this.words.map((word) => ({ word, phrases: vocabulary.corrections(word) }));
      this.#join();
      this.#widen();
    }

    /** Words that were typed apart and stand together in the base. */
    #join() {
      this.needs.slice(1).forEach((need, at) => {
        const joined = guideSearch.stem(this.needs[at].word + need.word, this.vocabulary.language);
        if (this.vocabulary.knows(joined)) for (const each of [this.needs[at], need]) each.phrases.push([joined]);
      });
    }

    /** Synonyms of what was typed, and of what it may be a slip for. */
    #widen() {
      const corrected = this.needs.flatMap(({ word, phrases }) =>
        phrases.map((phrase) => this.typed.flatMap((each) => (each === word ? phrase : [each]))),
      );
      for (const { member, others } of [this.typed, ...corrected].flatMap((typed) => this.vocabulary.synonyms(typed))) {
        for (const { word, phrases } of this.needs) {
          if ([word, ...phrases.flat()].some((each) => member.includes(each))) {
            phrases.push(...others.filter((phrase) => phrase.length));
          }
        }
      }
    }

    /** What was typed, as a name. */
    get name() {
      return this.typed.join(" ");
    }

    /** Words that may stand for those that were typed. */
    get besides() {
      const all = new Set(this.needs.flatMap(({ phrases }) => phrases.flat()));
      return [...all].filter((word) => !this.words.includes(word));
    }

    /** How alike it is to the words of another, from 0 to 1: what they share of both; rare words count for more. */
    likeness(other) {
      const stands = ({ word, phrases }) =>
        other.has(word)
          ? 1
          : phrases.some((phrase) => phrase.length && phrase.every((each) => other.has(each))) && ASIDE;
      const shared = sum(this.needs.map((need) => this.#rarity([need.word]) * stands(need)));
      return (2 * shared) / (this.#rarity(this.words) + this.#rarity([...other]) || 1);
    }

    #rarity(words) {
      return sum(words.map((word) => this.vocabulary.rarity(word)));
    }

    /** The share of the question, from 0 to 1, that an entry with some of its words answers; rare words count for more. */
    coverage(answered) {
      const key = answered.join();
      if (!this.#coverages.has(key)) this.#coverages.set(key, this.#share(new Set(answered)));
      return this.#coverages.get(key);
    }

    #share(answered) {
      if (answered.has(this.name)) return 1; // typed whole
      const share = (phrase) => this.#rarity(phrase.filter((word) => answered.has(word))) / this.#rarity(phrase);
      const told = ({ word, phrases }) =>
        answered.has(word) ? 1 : Math.max(0, ...phrases.map((phrase) => ASIDE * share(phrase) ** 2));
      return sum(this.needs.map((need) => this.#rarity([need.word]) * told(need))) / (this.#rarity(this.words) || 1);
    }
  };
}
