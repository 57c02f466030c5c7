package main

// #cgo CFLAGS: -I${SRCDIR}/include
// #include "bridge.h"
import "C"

import (
	"fmt"
	"unsafe"
)

// Call is one call of the function.
type Call struct {
	host       *C.newel_host
	invocation *C.newel_invocation
}

// Event is the event, a JSON text.
func (call Call) Event() string { return text(call.invocation.payload) }

// RequestID is the call's id.
func (call Call) RequestID() string { return text(call.invocation.request_id) }

// Log writes a line to the function's log.
func (call Call) Log(message string) {
	words := C.CString(message)
	defer C.free(unsafe.Pointer(words))
	C.bridge_log(call.host, call.invocation, words, C.uint64_t(len(message)))
}

func text(bytes C.newel_bytes) string {
	return C.GoStringN((*C.char)(unsafe.Pointer(bytes.ptr)), C.int(bytes.len))
}

//export newelServe
func newelServe(host *C.newel_host, invocation *C.newel_invocation) (status C.newel_status) {
	call := Call{host, invocation}
	defer func() {
		if panicked := recover(); panicked != nil {
			status = call.fail(fmt.Sprint(panicked))
		}
	}()
	result, err := answer(call)
	if err != nil {
		return call.fail(err.Error())
	}
	json := C.CString(result)
	defer C.free(unsafe.Pointer(json))
	return C.bridge_complete(host, invocation, json, C.uint64_t(len(result)))
}

func (call Call) fail(message string) C.newel_status {
	words := C.CString(message)
	defer C.free(unsafe.Pointer(words))
	return C.bridge_fail(call.host, call.invocation, words)
}

func main() {}
