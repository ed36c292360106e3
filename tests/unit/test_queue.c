#define _GNU_SOURCE
#include "queue_fixture.h"

/* Runs the file with so many workers; each ticket has so much computing, and ten times as much by the clock; 0: the usual. */
static Desk *run_with(const char *path, unsigned workers, unsigned cpu_ms) {
    Desk *desk = desk_new();
    QueueCalls calls = desk_calls(desk);
    QueueOptions options = {.paths = &path, .paths_len = 1, .workers = workers, .memory = desk->memory, .cpu_ms = cpu_ms,
                            .wall_ms = 10 * cpu_ms};
    g_autoptr(GError) error = NULL;
    cr_expect(queue_run(&options, &calls, &error), "%s", error ? error->message : "");
    return desk;
}

Test(queue, the_same_in_order_for_any_number_of_workers) {
    static const char *const verbs[] = {"ok", "late", "claim P1 N1", "bad", "ok", "sent S1 T1", "claim P2 N1", "late", "sent S1 T1",
                                        "claim P1 N1", "sent S2 T1", "claim P3 N2", "ok"};
    g_autofree char *path = desk_queue(verbs, G_N_ELEMENTS(verbs), 650);
    Desk *one = run_with(path, 1, 0);
    cr_expect_eq(one->calls, 650);
    cr_expect(g_str_has_prefix(one->written->str, "1:ok\n2:late\n3:claim\n4:bad\n5:ok\n6:sent\n7:claim claimed\n8:late\n"
                                                  "9:sent again of 6\n10:claim claimed\n11:sent\n12:claim\n"), "%.200s", one->written->str);
    cr_expect(g_str_has_prefix(one->complaints->str, "4: it is bad\n17: it is bad\n"));
    for (unsigned workers = 2; workers <= 5; workers += 3) {
        Desk *more = run_with(path, workers, 0);
        cr_expect_str_eq(more->written->str, one->written->str, "%u workers", workers);
        cr_expect_str_eq(more->complaints->str, one->complaints->str, "%u workers", workers);
        desk_free(more);
    }
    desk_free(one);
    unlink(path);
}

Test(queue, a_worker_that_dies_or_hangs_costs_one_ticket) {
    static const char *const verbs[] = {"ok", "ok", "crash", "ok", "late", "ok", "hang", "crash", "ok", "ok", "ok"};
    static const char want[] = "1:ok\n2:ok\n3:lost\n4:ok\n5:late\n6:ok\n7:lost\n8:lost\n9:ok\n10:ok\n11:ok\n12:ok\n13:ok\n14:lost\n";
    g_autofree char *path = desk_queue(verbs, G_N_ELEMENTS(verbs), 14);
    for (unsigned workers = 1; workers <= 3; workers++) {
        Desk *desk = run_with(path, workers, 300);
        cr_expect_str_eq(desk->written->str, want, "%u workers", workers);
        cr_expect_str_eq(desk->complaints->str, "3: the worker at it broke off (Killed)\n7: given up: it took too much computing\n"
                                                "8: the worker at it broke off (Killed)\n14: the worker at it broke off (Killed)\n");
        cr_expect_eq(desk->unreadable, 4);
        desk_free(desk);
    }
    unlink(path);
}

#if defined(__SANITIZE_ADDRESS__)
#define GREEDY "crash" /* sanitizers want all the memory there is: workers have no limit */
#else
#define GREEDY "greedy"
#endif

Test(queue, a_ticket_that_waits_for_ever_or_takes_all_memory) {
    static const char *const verbs[] = {"ok", GREEDY, "doze", "ok"};
    g_autofree char *path = desk_queue(verbs, G_N_ELEMENTS(verbs), 4);
    Desk *desk = run_with(path, 2, 100);
    cr_expect_str_eq(desk->written->str, "1:ok\n2:lost\n3:lost\n4:ok\n");
    cr_expect_str_eq(desk->complaints->str, "2: the worker at it broke off (Killed)\n3: given up: it took too long\n");
    desk_free(desk);
    unlink(path);
}

Test(queue, a_ticket_larger_than_all_buffers) {
    g_autoptr(GString) text = g_string_new("{\"1\": \"ok\"}\n{\"2\": \"ok ");
    for (size_t i = 0; i < 40 * 1024 * 1024 / 16; i++)
        g_string_append(text, "andsoonandsoonan");
    g_string_append(text, "\"}\n{\"3\": \"ok\"}\n");
    char *path = NULL;
    close(g_file_open_tmp("queue-XXXXXX", &path, NULL));
    cr_assert(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
    Desk *desk = run_with(path, 2, 0);
    cr_expect_str_eq(desk->written->str, "1:ok\n2:ok\n3:ok\n");
    desk_free(desk);
    unlink(path);
    g_free(path);
}

Test(queue, a_slow_writer_slows_the_workers) {
    static const char *const verbs[] = {"ok"};
    g_autofree char *path = desk_queue(verbs, 1, 50000);
    Desk *desk = desk_new();
    QueueCalls calls = desk_calls(desk);
    QueueOptions options = {.paths = (const char *const *)&path, .paths_len = 1, .workers = 2};
    desk->stuck = true;
    cr_expect(queue_run(&options, &calls, NULL));
    cr_expect_eq(desk->calls, 50000);
    cr_expect(desk->window_seen > 0 && desk->window_seen <= 1024, "%u tickets were resolved while the writer was stuck", desk->window_seen);
    desk_free(desk);
    unlink(path);
}

Test(queue, ends_early) {
    static const char *const verbs[] = {"ok"};
    g_autofree char *path = desk_queue(verbs, 1, 5000);
    Desk *desk = desk_new();
    QueueCalls calls = desk_calls(desk);
    QueueOptions options = {.paths = (const char *const *)&path, .paths_len = 1, .workers = 2, .interrupted = &desk->interrupted};
    g_autoptr(GError) error = NULL;
    desk->interrupted_at = 100;
    cr_expect(queue_run(&options, &calls, &error), "an interrupted run is no failure");
    cr_expect(desk->calls >= 100 && desk->calls < 5000, "%u", desk->calls);
    desk->fails_at = desk->calls + 7;
    desk->interrupted = desk->interrupted_at = 0;
    cr_expect_not(queue_run(&options, &calls, &error), "the writer failed");
    cr_assert(error);
    cr_expect_str_eq(error->message, "no space");
    cr_expect_eq(desk->calls, desk->fails_at);
    g_clear_error(&error);
    desk->dies_at_once = true;
    cr_expect_not(queue_run(&options, &calls, &error), "no worker lives");
    cr_assert(error);
    cr_expect_str_eq(error->message, "workers end before they begin: the worker at it ended with status 3");
    desk_free(desk);
    unlink(path);
}

static bool nothing_kept(void *self, const QueueAnswer *answer) {
    (void)self;
    (void)answer;
    return false;
}

/* One run with the journal; what it wrote. */
static Desk *run_journalled(const char *queue, const char *path, bool kept, bool retry, unsigned interrupted_at) {
    Desk *desk = desk_new();
    QueueCalls calls = desk_calls(desk);
    g_autoptr(GError) error = NULL;
    JournalOptions wanted = {.path = path, .settings = "day: today\n"};
    Journal *journal = journal_open(&wanted, &error);
    cr_assert(journal, "%s", error ? error->message : "");
    QueueOptions options = {.paths = &queue, .paths_len = 1, .workers = 2, .memory = desk->memory, .journal = journal,
                            .retry_stopped = retry, .interrupted = &desk->interrupted};
    desk->interrupted_at = interrupted_at;
    calls.kept = kept ? NULL : nothing_kept;
    cr_expect(queue_run(&options, &calls, &error), "%s", error ? error->message : "");
    journal_close(&journal);
    return desk;
}

Test(queue, a_journal_spares_what_is_finished) {
    static const char *const verbs[] = {"ok", "claim P1 N1", "crash", "sent S1 T1", "bad", "claim P2 N1", "sent S1 T1", "moment", "stopped"};
    static const struct {
        const char *about;
        unsigned interrupted_at, known_least, known_most;
        bool kept, retry;
    } runs[] = {{"the first", 30, 0, 0, true, false}, {"goes on", 0, 21, 62, true, false},
                {"again: what crashed or failed for the moment is tried", 0, 62, 62, true, false},
                {"what it wrote is gone", 0, 0, 0, false, false}, {"and was written again", 0, 62, 62, true, false},
                {"what was stopped is tried when asked", 0, 54, 54, true, true}, {"and the next night not", 0, 62, 62, true, false}};
    g_autofree char *queue = desk_queue(verbs, G_N_ELEMENTS(verbs), 80), *path = NULL;
    close(g_file_open_tmp("journal-XXXXXX", &path, NULL));
    Desk *undisturbed = run_with(queue, 2, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
        Desk *desk = run_journalled(queue, path, runs[i].kept, runs[i].retry, runs[i].interrupted_at);
        cr_expect(desk->known >= runs[i].known_least && desk->known <= runs[i].known_most, "%s: %u known", runs[i].about, desk->known);
        cr_expect(runs[i].interrupted_at || g_str_equal(desk->written->str, undisturbed->written->str), "%s: %.300s", runs[i].about,
                  desk->written->str);
        cr_expect(g_str_has_prefix(undisturbed->written->str, desk->written->str), "%s", runs[i].about);
        cr_expect(runs[i].interrupted_at || g_str_equal(desk->complaints->str, undisturbed->complaints->str), "%s", runs[i].about);
        desk_free(desk);
    }
    desk_free(undisturbed);
    unlink(queue);
    unlink(path);
}
