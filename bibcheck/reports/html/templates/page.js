"use strict";
addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("filters");
  if (!form) return;
  const groups = [...document.querySelectorAll(".rule")].map((element) => ({
    element,
    file: element.closest(".file"),
    rule: element.dataset.rule,
    wasOpen: element.open,
    count: element.querySelector(".count"),
    whole: element.querySelector(".count").textContent,
    findings: [...element.querySelectorAll(".finding")].map((finding) => ({ finding, level: finding.dataset.level, text: null })),
  }));
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const [rule, level, file, text] = ["rule", "level", "file", "text"].map((name) => document.getElementById("filter-" + name));
  const status = document.getElementById("shown");
  const fewEnough = 100;

  const holds = (item, words) => {
    item.text ??= item.finding.textContent.toLowerCase();
    return words.every((word) => item.text.includes(word));
  };

  const apply = () => {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isFiltered = Boolean(rule.value || level.value || file.value || words.length);
    const used = new Set();
    let shown = 0;
    for (const group of groups) {
      const fits = (!rule.value || group.rule === rule.value) && (!file.value || group.file.dataset.file === file.value);
      let here = 0;
      for (const item of group.findings) {
        const stays = fits && (!level.value || item.level === level.value) && holds(item, words);
        if (item.finding.hidden === stays) item.finding.hidden = !stays;
        here += stays;
      }
      group.shown = here;
      group.count.textContent = here < group.findings.length ? `${here.toLocaleString("en")} of ${group.whole}` : group.whole;
      group.element.hidden = !here;
      if (here) used.add(group.file);
      shown += here;
    }
    for (const section of document.querySelectorAll(".file")) section.hidden = !used.has(section);
    for (const group of groups) group.element.open = isFiltered ? shown <= fewEnough && group.shown > 0 : group.wasOpen;
    status.textContent = isFiltered
      ? `${shown.toLocaleString("en")} of ${total.toLocaleString("en")} findings`
      : `${total.toLocaleString("en")} findings`;
  };

  let timer;
  const soon = () => { clearTimeout(timer); timer = setTimeout(apply, 120); };
  for (const event of ["input", "change"]) form.addEventListener(event, soon);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  const fold = (open) => () => { for (const group of groups) if (!group.element.hidden) group.element.open = open; };
  document.getElementById("unfold").addEventListener("click", fold(true));
  document.getElementById("fold").addEventListener("click", fold(false));
  let before = [];
  addEventListener("beforeprint", () => {
    before = groups.map((group) => group.element.open);
    for (const group of groups) group.element.open = true;
  });
  addEventListener("afterprint", () => groups.forEach((group, number) => { group.element.open = before[number]; }));
  form.hidden = false;
  apply();
});
