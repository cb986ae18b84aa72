// Who answers the search: a worker, so that the page is free for its reader; where none can be made, the page itself, by
// the same scripts.
"use strict";
{
  const { ENGINE, DATA, ahead, base, hire, load } = guideSearch;
  const FILES = { data: DATA, texts: { fr: "assets/search/texts-fr.js", en: "assets/search/texts-en.js" } };

  /** What is made of a name, once; what failed is made again the next time. */
  const once = (make) => {
    const made = {};
    return (name) => {
      made[name] ??= make(name);
      made[name].catch(() => delete made[name]);
      return made[name];
    };
  };

  /** The bytes of a file that was asked for ahead; else where the worker gets it, which costs the page nothing. */
  const bytes = async (name) => {
    const answer = await ahead[name];
    delete ahead[name];
    return answer?.ok ? answer.arrayBuffer() : { href: new URL(name, base).href };
  };

  /** `call` one of `guideSearch.answers` by its name; `read` a file as it is to be given there. */
  const inWorker = (worker) => ({
    call: (name, ...given) =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data: { value, fault } }) => {
          port1.close();
          fault ? reject(Error(fault)) : resolve(value);
        };
        worker.postMessage({ name, given }, [port2, ...given.filter((each) => each instanceof ArrayBuffer)]);
      }),
    read: (kind, language) => bytes(FILES[kind][language]),
  });

  const onPage = {
    call: async (name, ...given) => guideSearch.answers[name](...given),
    read: async (kind, language) => {
      await load(FILES[kind][language]);
      return guideSearch[kind][language];
    },
  };

  const place = once(async () => {
    const worker = await hire();
    if (!worker) {
      await Promise.all(ENGINE.map(load));
      return onPage;
    }
    const there = inWorker(worker);
    await there.call("load", ...ENGINE.slice(1).map((name) => new URL(name, base).href));
    return there;
  });

  /** Who answers in a language: what it says of itself, {pillars, asked, glossary}, and `find`, `near`, `texts`. */
  guideSearch.engine = once(async (language) => {
    const { call, read } = await place();
    const about = await call("make", language, await read("data", language));
    const addTexts = once(async () => call("addTexts", language, await read("texts", language)));
    return {
      ...about,
      find: (query, wanted) => call("find", language, query, wanted),
      near: (query) => call("near", language, query),
      texts: async (ids) => {
        await addTexts();
        return call("texts", language, ids);
      },
    };
  });
}
