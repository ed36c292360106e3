/* Journal. */
#ifndef QUEUE_JOURNAL_H
#define QUEUE_JOURNAL_H
typedef struct Journal Journal;
#endif
