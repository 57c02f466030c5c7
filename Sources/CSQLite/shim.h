#ifndef NEWEL_CSQLITE_SHIM_H
#define NEWEL_CSQLITE_SHIM_H
#include <sqlite3.h>

/// Turns off SQLite's memory statistics, whose one mutex every allocation of every connection would take.
/// Works only before SQLite is first used.
static inline int newel_sqlite_without_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
#endif
