"use strict";
// Shows the findings that the form asks for, and says how many; without scripts all of them are there.
(() => {
  const form = document.getElementById("filters");
  const status = document.getElementById("status");
  const findings = [...document.querySelectorAll(".finding")];
  const words = new Map(findings.map((finding) => [finding, finding.textContent.toLowerCase()]));

  const wanted = (finding, asked) =>
    asked.verdicts.includes(finding.dataset.verdict) &&
    (!asked.rule || finding.dataset.rule === asked.rule) &&
    (!asked.article || JSON.parse(finding.dataset.articles).includes(asked.article)) &&
    words.get(finding).includes(asked.words);

  const apply = () => {
    const fields = new FormData(form);
    const asked = {
      verdicts: fields.getAll("verdict"),
      rule: fields.get("rule"),
      article: fields.get("article"),
      words: fields.get("words").trim().toLowerCase(),
    };
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = !wanted(finding, asked);
      shown += finding.hidden ? 0 : 1;
    }
    status.textContent = `${shown} of ${findings.length} findings shown`;
  };

  // A link to a finding that is filtered away shows everything again, or it would lead nowhere.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
    if (target && target.classList.contains("finding")) target.focus({ preventScroll: true });
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  window.addEventListener("hashchange", reveal);
  apply();
  reveal();
})();
