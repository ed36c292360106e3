"use strict";
/* Runs inside report.html as an agent would use it; what is wrong goes into a "verdict", and "done" when it got through. */
(function () {
  const wrong = [];
  const rows = function () { return Array.from(document.querySelectorAll("#list tbody tr")); };
  const count = function () { return document.getElementById("shown").textContent; };
  const select = function (name) {
    return Array.from(document.querySelectorAll("#filters label")).find(function (l) { return l.firstChild.textContent === name; })
      .querySelector("select, input");
  };
  const reset = function () { document.querySelector("#filters button").click(); };
  function is(what, got, wanted) {
    if (got !== wanted) wrong.push(what + ": " + JSON.stringify(got) + " instead of " + JSON.stringify(wanted));
  }
  function choose(name, value) {
    const box = select(name);
    box.value = value;
    is(name + " offers " + value, box.value, value);
    box.dispatchEvent(new Event("change"));
  }
  function search(text) {
    const box = select("Search");
    box.value = text;
    box.dispatchEvent(new Event("input"));
  }

  is("a page of rows at first", rows().length, 100);
  is("what is shown is told", count(), "130 of 130 tickets, the first 100 shown");
  document.getElementById("more").click();
  is("all rows after asking for more", rows().length, 130);
  is("nothing more to show", document.getElementById("more").hidden, true);

  choose("Language", "de");
  is("filtered by language", count(), "10 of 130 tickets");
  choose("Decision", "await_refresh");
  is("and by decision", count(), "2 of 130 tickets");
  reset();
  is("all again", count(), "130 of 130 tickets, the first 100 shown");
  choose("Month", "2026-01");
  is("filtered by month", count(), "20 of 130 tickets");
  reset();

  search("t-104");
  is("found by id", count(), "1 of 130 tickets");
  is("the hostile subject is text", rows()[0].querySelector(".subject").firstChild.textContent,
    "<\/script><script>document.title='broken'<\/script><img src=x onerror=alert(1)> \u2028 {{id}}");
  is("and made no element", rows()[0].querySelectorAll("img, script").length, 0);
  search("ＥＶＩＬ");
  is("full width letters are found", count(), "1 of 130 tickets");
  is("nothing turns the direction", /\u202e/.test(rows()[0].textContent), false);
  search("nobody has this");
  is("nothing found", rows().length, 0);
  reset();

  const bar = document.querySelector('button[data-filter="decision"][data-value="await_refresh"]');
  bar.click();
  is("a bar chooses", count(), "20 of 130 tickets");
  is("and says so", bar.getAttribute("aria-pressed"), "true");
  is("the list says so too", select("Decision").value, "await_refresh");
  bar.click();
  is("and lets go", bar.getAttribute("aria-pressed"), "false");

  const groups = document.querySelectorAll(".groups li");
  is("one group", groups.length, 1);
  is("its cause", groups[0].querySelector("h3").textContent, "Digital MOC of 2025-11 is not on the dashboard for all 8 partners that claim it");
  groups[0].querySelector("button").click();
  is("a group chooses its tickets", count(), "8 of 130 tickets");
  reset();

  const head = document.querySelector('#list th[data-key="id"]');
  head.querySelector("button").click();
  is("sorted", head.getAttribute("aria-sort"), "ascending");
  is("by number, not by letter", rows()[1].querySelector(".id").firstChild.textContent, "T-2");
  head.querySelector("button").click();
  is("and the other way", rows()[0].querySelector(".id").firstChild.textContent, "T-130");

  is("every field has its label", document.querySelectorAll("#filters select, #filters input").length,
    document.querySelectorAll("#filters label").length);
  is("no script but its own ran", document.title, "Ticket report: 130 tickets");
  const verdict = document.createElement("pre");
  verdict.id = "verdict";
  verdict.textContent = wrong.concat("done", "").join("\n");
  document.body.prepend(verdict);
})();
