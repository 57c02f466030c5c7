#ifndef NEWEL_CZLIB_SHIM_H
#define NEWEL_CZLIB_SHIM_H
#include <zlib.h>
#include <stdint.h>
/* inflateInit2 is a macro, which Swift does not see. Raw deflate data, as in zip files. */
static inline int newel_inflate_raw_init(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
/* The same for data with gzip's frame. */
static inline int newel_inflate_gzip_init(z_stream *stream) { return inflateInit2(stream, 16 + MAX_WBITS); }
/* deflateInit2 likewise; data with gzip's frame. */
static inline int newel_deflate_gzip_init(z_stream *stream) {
    return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
/* Raw deflate data. */
static inline int newel_deflate_raw_init(z_stream *stream) {
    return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
#endif
