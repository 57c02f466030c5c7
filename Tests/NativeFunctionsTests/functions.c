/* What the tests of native functions call. */
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAME(name, type) \
    type same_##name(type value) { return value; }
SAME(i8, int8_t)
SAME(i16, int16_t)
SAME(i32, int32_t)
SAME(i64, int64_t)
SAME(u8, uint8_t)
SAME(u16, uint16_t)
SAME(u32, uint32_t)
SAME(u64, uint64_t)
SAME(f32, float)
SAME(f64, double)
SAME(bool, bool)

/* Memory that is handed out is counted. */
static int open_pieces;
static char *hand_out(const char *text) {
    open_pieces++;
    return strdup(text);
}
void take_back(void *piece) {
    open_pieces--;
    free(piece);
}
int pieces(void) { return open_pieces; }

char *greeting(const char *name) {
    char text[256];
    if (name == NULL) return hand_out("nobody");
    snprintf(text, sizeof text, "hello %s", name);
    return hand_out(text);
}
const char *constant_text(void) { return "constant"; }
const char *null_text(int unused) { (void)unused; return NULL; }
const char *broken_text(void) { return "\xff\xfe"; }
int text_out(int code, char **out) {
    *out = code == 0 ? NULL : hand_out("handed out");
    return code;
}
int word_count(const char *const *words, size_t count) {
    size_t found = 0;
    while (words[found] != NULL) found++;
    return found == count ? (int)found : -1;
}

struct point { double x, y; };
struct mixed { int8_t a; struct { int16_t b; struct point at; } inner; const char *name; uint8_t raw[3]; char code[4]; };
struct small { int8_t a, b, c; };

double distance(struct point a, const struct point *b, struct point *middle) {
    double dx = a.x - b->x, dy = a.y - b->y;
    if (middle != NULL) { middle->x = (a.x + b->x) / 2; middle->y = (a.y + b->y) / 2; }
    return dx * dx + dy * dy;
}
struct point swap(struct point p) { struct point other = {p.y, p.x}; return other; }
struct small turned(struct small s) { struct small other = {s.c, s.a, s.b}; return other; }
struct mixed mixed(struct mixed m) {
    m.a++; m.inner.b++; m.inner.at.x *= 2; m.raw[2] = 9; m.code[0] = 'Z';
    m.name = m.name == NULL ? "none" : "some";
    return m;
}
struct point *new_point(double x) {
    struct point *p = malloc(sizeof *p);
    open_pieces++;
    p->x = x; p->y = -x;
    return p;
}
void move(struct point *p, double by) { p->x += by; p->y += by; }
unsigned size_of_mixed(void) { return sizeof(struct mixed); }

double sum(const double *values, size_t count) {
    double total = 0;
    for (size_t i = 0; i < count; i++) total += values[i];
    return total;
}
int64_t sum_of_bytes(const uint8_t *bytes, uint32_t count) {
    int64_t total = 0;
    for (uint32_t i = 0; i < count; i++) total += bytes[i];
    return total;
}
double far(const struct point *points, int count) { return points[count - 1].x; }
void doubled(int32_t *values, int count) { for (int i = 0; i < count; i++) values[i] *= 2; }
int squares(int32_t *out, int capacity) {
    for (int i = 0; i < capacity; i++) out[i] = i * i;
    return capacity;
}
int fill(uint8_t *out, size_t *length, int wanted) {
    if ((size_t)wanted > *length) { *length = (size_t)wanted; return -5; }
    memset(out, 'x', (size_t)wanted);
    *length = (size_t)wanted;
    return 0;
}
/* Says it wrote more than there was room for, or less than nothing. */
int64_t liar(uint8_t *out, int64_t says) { (void)out; return says; }
int written_text(char *out, size_t room, const char *text) { return snprintf(out, room, "<%s>", text); }
int divide(int a, int b, int *quotient, int *rest) {
    if (b == 0) { errno = EDOM; return -1; }
    *quotient = a / b; *rest = a % b;
    return 0;
}
int set_errno(int code) { errno = code; return 7; }
const char *error_words(int code) { return code == -5 ? "buffer error" : "another error"; }
const char *last_error(void) { return "the last one"; }
double not_a_number(int kind) { return kind == 0 ? 0.0 / 0.0 : 1e308 * 10; }
double total(int count, ...) {
    double result = 0;
    va_list list;
    va_start(list, count);
    /* In turn an int that was small, and a double that was a float. */
    for (int i = 0; i < count; i++) result += i % 2 == 0 ? va_arg(list, int) : va_arg(list, double);
    va_end(list);
    return result;
}
int crash(void) { return *(volatile int *)8; }
int many(int8_t a, uint64_t b, float c, double d, int16_t e, int64_t f, uint8_t g, int32_t h, double i, float j) {
    return (int)(a + b + c + d + e + f + g + h + i + j);
}
int not_a_function_data = 5;
