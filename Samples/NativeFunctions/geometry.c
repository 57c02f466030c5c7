/*
 * A small C library that knows nothing of Newel.
 *
 *     cc -shared -fPIC -O2 -o lib/libgeometry.so geometry.c -lm
 */
#include <math.h>
#include <stddef.h>

struct point {
    double x, y;
};
struct line {
    struct point from, to;
};

/* The distance of two points, the line between them and its middle; below 0 when one lies nowhere. */
double point_distance(struct point a, const struct point *b, struct line *line, struct point *middle) {
    if (!isfinite(a.x + a.y) || !isfinite(b->x + b->y)) return -1;
    *line = (struct line){a, *b};
    *middle = (struct point){(a.x + b->x) / 2, (a.y + b->y) / 2};
    return hypot(a.x - b->x, a.y - b->y);
}

struct point centroid(const struct point *points, size_t count) {
    struct point sum = {0, 0};
    for (size_t i = 0; i < count; i++) {
        sum.x += points[i].x;
        sum.y += points[i].y;
    }
    return count == 0 ? sum : (struct point){sum.x / count, sum.y / count};
}
