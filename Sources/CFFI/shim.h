#ifndef NEWEL_CFFI_SHIM_H
#define NEWEL_CFFI_SHIM_H
#include <errno.h>
#include <ffi.h>

/// The types a value of C may have, as `newel_ffi_type` takes them.
enum {
    NEWEL_FFI_VOID, NEWEL_FFI_I8, NEWEL_FFI_I16, NEWEL_FFI_I32, NEWEL_FFI_I64, NEWEL_FFI_U8, NEWEL_FFI_U16, NEWEL_FFI_U32, NEWEL_FFI_U64,
    NEWEL_FFI_F32, NEWEL_FFI_F64, NEWEL_FFI_POINTER
};

/// libffi's description of a type; a static variable.
static inline ffi_type *newel_ffi_type(int type) {
    switch (type) {
    case NEWEL_FFI_I8: return &ffi_type_sint8;
    case NEWEL_FFI_I16: return &ffi_type_sint16;
    case NEWEL_FFI_I32: return &ffi_type_sint32;
    case NEWEL_FFI_I64: return &ffi_type_sint64;
    case NEWEL_FFI_U8: return &ffi_type_uint8;
    case NEWEL_FFI_U16: return &ffi_type_uint16;
    case NEWEL_FFI_U32: return &ffi_type_uint32;
    case NEWEL_FFI_U64: return &ffi_type_uint64;
    case NEWEL_FFI_F32: return &ffi_type_float;
    case NEWEL_FFI_F64: return &ffi_type_double;
    case NEWEL_FFI_POINTER: return &ffi_type_pointer;
    default: return &ffi_type_void;
    }
}

/// Prepares calls of a function of `count` arguments; `fixed` of them are named in its prototype, or -1 when all are.
/// Returns 1 when libffi can make such calls.
static inline int newel_ffi_prepare(ffi_cif *cif, int fixed, unsigned count, ffi_type *result, ffi_type **arguments) {
    ffi_status status = fixed < 0 ? ffi_prep_cif(cif, FFI_DEFAULT_ABI, count, result, arguments)
                                  : ffi_prep_cif_var(cif, FFI_DEFAULT_ABI, (unsigned)fixed, count, result, arguments);
    return status == FFI_OK;
}

/// Calls a function and returns the errno it left, 0 when it left none.
static inline int newel_ffi_call(ffi_cif *cif, void *function, void *result, void **arguments) {
    errno = 0;
    ffi_call(cif, FFI_FN(function), result, arguments);
    return errno;
}
#endif
