
"use strict";
(function () {
  const PAGE = 100;
  const data = JSON.parse(document.getElementById("data").textContent);
  const labels = data.labels;
  const keys = data.keys;
  const rows = data.rows.map(function (row, i) {
    const ticket = { order: i };
    keys.forEach(function (key, k) { ticket[key] = row[k]; });
    ticket.search = fold([ticket.id, ticket.file, ticket.subject, ticket.partner, ticket.requester, ticket.email, ticket.remark]
      .concat(ticket.number).join("\n"));
    return ticket;
  });
  const filters = [
    ["wait", "Whose turn"], ["decision", "Decision"], ["finding", "Reason"], ["language", "Language"],
    ["month", "Month"], ["type", "Product type"], ["partner", "Partner"], ["group", "Group"]
  ];
  const columns = [
    ["id", "Ticket"], ["wait", "Whose turn"], ["decision", "Decision"], ["subject", "Subject"], ["partner", "Partner"],
    ["language", "Language"], ["month", "Months"], ["type", "Types"], ["number", "Invoices"], ["finding", "Reasons"],
    ["until", "Answerable from"]
  ];
  const chosen = {};
  const selects = {};
  let words = [];
  let sorted = null;
  let falling = false;
  let matching = [];
  let limit = PAGE;

  function fold(text) {
    return text.normalize("NFKC").toLocaleLowerCase();
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    /* Nothing of a ticket turns the direction of what stands around it. */
    if (text !== undefined) made.textContent = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
    if (className) made.className = className;
    return made;
  }

  function listed(value) {
    return Array.isArray(value) ? value : [value];
  }

  function label(key, value) {
    const known = labels[key];
    return known && Object.prototype.hasOwnProperty.call(known, value) ? known[value] : String(value);
  }

  function shown(ticket, key) {
    const text = listed(ticket[key]).filter(function (value) { return value !== ""; })
      .map(function (value) { return label(key, value); }).join(", ");
    return key === "wait" ? text.split(":")[0] : text;
  }

  /* ---- filters ---- */

  function matches(ticket) {
    for (const key in chosen)
      if (!listed(ticket[key]).some(function (value) { return String(value) === chosen[key]; })) return false;
    return words.every(function (word) { return ticket.search.includes(word); });
  }

  function choose(key, value) {
    if (value === "") delete chosen[key];
    else chosen[key] = value;
    if (selects[key]) selects[key].value = value;
    apply();
  }

  function counts(key) {
    const found = new Map();
    rows.forEach(function (ticket) {
      new Set(listed(ticket[key])).forEach(function (value) {
        if (value !== "") found.set(String(value), (found.get(String(value)) || 0) + 1);
      });
    });
    return found;
  }

  function addSelect(box, key, name) {
    const found = counts(key);
    if (!found.size) return;
    const order = Array.from(found.keys());
    if (key === "month") order.sort().reverse();
    else if (key === "group") order.sort(function (a, b) { return a - b; });
    else order.sort(function (a, b) { return found.get(b) - found.get(a) || (a < b ? -1 : 1); });
    const holder = element("label", name);
    const select = element("select");
    select.append(new Option("all", ""));
    order.forEach(function (value) {
      select.append(new Option(label(key, value) + " (" + found.get(value) + ")", value));
    });
    select.addEventListener("change", function () { choose(key, select.value); });
    holder.append(select);
    box.append(holder);
    selects[key] = select;
  }

  function addFilters() {
    const box = document.getElementById("filters");
    const holder = element("label", "Search");
    const input = element("input");
    input.type = "search";
    input.placeholder = "id, subject, partner, invoice ...";
    input.addEventListener("input", function () {
      words = fold(input.value).split(/\s+/).filter(Boolean);
      apply();
    });
    holder.append(input);
    box.append(holder);
    filters.forEach(function (filter) { addSelect(box, filter[0], filter[1]); });
    const reset = element("button", "All tickets", "small");
    reset.type = "button";
    reset.addEventListener("click", function () {
      input.value = "";
      words = [];
      Object.keys(chosen).forEach(function (key) {
        delete chosen[key];
        if (selects[key]) selects[key].value = "";
      });
      apply();
    });
    box.append(reset);
  }

  /* The bars and the groups choose, too; pressed again they let go. */
  function addButtons() {
    document.querySelectorAll("button[data-filter]").forEach(function (button) {
      const key = button.dataset.filter, value = button.dataset.value;
      if (!selects[key]) {
        button.disabled = true;
        return;
      }
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", function () {
        const again = chosen[key] === value;
        choose(key, again ? "" : value);
        if (!again && key === "group") document.getElementById("tickets").scrollIntoView();
      });
    });
  }

  function markButtons() {
    document.querySelectorAll("button[data-filter]").forEach(function (button) {
      if (button.hasAttribute("aria-pressed"))
        button.setAttribute("aria-pressed", String(chosen[button.dataset.filter] === button.dataset.value));
    });
  }

  /* ---- the table ---- */

  function addHead() {
    const row = element("tr");
    columns.forEach(function (column) {
      const cell = element("th");
      const button = element("button", column[1]);
      cell.scope = "col";
      cell.dataset.key = column[0];
      button.type = "button";
      button.addEventListener("click", function () {
        falling = sorted === column[0] && !falling;
        sorted = column[0];
        apply();
      });
      cell.append(button);
      row.append(cell);
    });
    document.querySelector("#list thead").append(row);
  }

  function markHead() {
    document.querySelectorAll("#list thead th").forEach(function (cell) {
      if (cell.dataset.key === sorted) cell.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
  }

  function compare(a, b) {
    const x = shown(a, sorted), y = shown(b, sorted);
    const by = (x === "") - (y === "") || x.localeCompare(y, undefined, { numeric: true });
    return (falling ? -by : by) || a.order - b.order;
  }

  function cellOf(ticket, key) {
    const cell = element("td", shown(ticket, key), key === "until" || key === "month" ? "day" : key);
    if (key === "id" && ticket.file) cell.append(element("small", ticket.file));
    if (key === "subject" && (ticket.requester || ticket.email))
      cell.append(element("small", [ticket.requester, ticket.email].filter(Boolean).join(", ")));
    if (key === "decision" && ticket.remark) cell.append(element("small", ticket.remark));
    return cell;
  }

  function draw() {
    const body = document.querySelector("#list tbody");
    const part = document.createDocumentFragment();
    matching.slice(0, limit).forEach(function (ticket) {
      const row = element("tr");
      columns.forEach(function (column) { row.append(cellOf(ticket, column[0])); });
      part.append(row);
    });
    body.replaceChildren(part);
    const more = matching.length - limit;
    const button = document.getElementById("more");
    button.hidden = more <= 0;
    button.textContent = "Show " + Math.min(more, PAGE) + " more";
    document.getElementById("shown").textContent = matching.length.toLocaleString("en") + " of " +
      rows.length.toLocaleString("en") + " tickets" + (more > 0 ? ", the first " + limit + " shown" : "");
  }

  function apply() {
    matching = rows.filter(matches);
    if (sorted) matching.sort(compare);
    limit = PAGE;
    markHead();
    markButtons();
    draw();
  }

  addFilters();
  addButtons();
  addHead();
  document.getElementById("more").addEventListener("click", function () {
    limit += PAGE;
    draw();
  });
  apply();
})();
