//! The handlers of `frozen.c` in Rust, on interface 1.0 and nothing else: neither `std` nor a C library. The binary of this file, compiled
//! once, is libfrozen_rust.so; see `build`. The structures are written down here a second time, on purpose: the layout is the promise.
#![no_std]
#![allow(clippy::missing_safety_doc)]

use core::ffi::c_void;
use core::mem::{size_of, MaybeUninit};
use core::ptr::{addr_of, addr_of_mut, null, null_mut};

type Status = i32;
type Ctx = *mut c_void;
type CallID = u64;
const OK: Status = 0;
const INVALID: Status = -1;
const STATE: Status = -2;
const GONE: Status = -3;
const NO_MEMORY: Status = -5;
const DENIED: Status = -7;

#[repr(C)]
#[derive(Clone, Copy)]
struct Bytes {
    ptr: *const u8,
    len: u64,
}

#[repr(C)]
struct Failure {
    size: u32,
    flags: u32,
    kind: Bytes,
    message: Bytes,
    stack_json: Bytes,
}

#[repr(C)]
struct Invocation {
    size: u32,
    flags: u32,
    call: CallID,
    payload: Bytes,
    request_id: Bytes,
    resource_arn: Bytes,
    function_version: Bytes,
    task_token: Bytes,
    execution_arn: Bytes,
    client_context: Bytes,
    trace_header: Bytes,
    idempotency_key: Bytes,
    deadline_mono_ns: i64,
    deadline_unix_ms: i64,
    memory_limit: u64,
    attempt: u32,
    reserved0: u32,
}

type APIDone = unsafe extern "C" fn(Ctx, Status, Bytes, *const Failure);
type CancelFn = unsafe extern "C" fn(Ctx, CallID, i32);

#[repr(C)]
struct Host {
    size: u32,
    abi_version: u32,
    ctx: Ctx,
    log: unsafe extern "C" fn(Ctx, CallID, i32, Bytes, Bytes),
    clock_mono_ns: unsafe extern "C" fn(Ctx) -> i64,
    clock_unix_ns: unsafe extern "C" fn(Ctx) -> i64,
    alloc: unsafe extern "C" fn(Ctx, u64) -> *mut u8,
    realloc: unsafe extern "C" fn(Ctx, *mut u8, u64) -> *mut u8,
    free: unsafe extern "C" fn(Ctx, *mut u8),
    complete: unsafe extern "C" fn(Ctx, CallID, Bytes) -> Status,
    complete_owned: unsafe extern "C" fn(Ctx, CallID, *mut u8, u64) -> Status,
    fail: unsafe extern "C" fn(Ctx, CallID, *const Failure) -> Status,
    write_chunk: unsafe extern "C" fn(Ctx, CallID, Bytes) -> Status,
    remaining_ns: unsafe extern "C" fn(Ctx, CallID) -> i64,
    cancelled: unsafe extern "C" fn(Ctx, CallID) -> i32,
    on_cancel: unsafe extern "C" fn(Ctx, CallID, Option<CancelFn>, Ctx) -> Status,
    heartbeat: unsafe extern "C" fn(Ctx, CallID) -> Status,
    config_get: unsafe extern "C" fn(Ctx, Bytes, *mut Bytes) -> Status,
    api_call: unsafe extern "C" fn(Ctx, CallID, Bytes, Bytes, Bytes, APIDone, Ctx) -> Status,
    extension: unsafe extern "C" fn(Ctx, *const u8) -> *const c_void,
}

type Invoke = unsafe extern "C" fn(*mut Instance, *const Host, *const Invocation) -> Status;
type Create = unsafe extern "C" fn(*const Host, *const Handler, *mut *mut Instance, *mut Failure) -> Status;

#[repr(C)]
struct Handler {
    size: u32,
    kind: u32,
    name: *const u8,
    flags: u32,
    reserved0: u32,
    create: Option<Create>,
    activate: Option<unsafe extern "C" fn(*mut Instance) -> Status>,
    invoke: Invoke,
    quiesce: Option<unsafe extern "C" fn(*mut Instance) -> Status>,
    destroy: Option<unsafe extern "C" fn(*mut Instance)>,
    extension: Option<unsafe extern "C" fn(*mut Instance, *const u8) -> *const c_void>,
    reserved1: *const c_void,
}

#[repr(C)]
struct Plugin {
    magic: u32,
    size: u32,
    abi_version: u32,
    min_host_abi: u32,
    name: *const u8,
    version: *const u8,
    flags: u32,
    handler_count: u32,
    handlers: *const *const Handler,
    build_id: *const u8,
    reserved0: *const c_void,
}

const _: () = {
    assert!(size_of::<Bytes>() == 16 && size_of::<Failure>() == 56 && size_of::<Invocation>() == 192);
    assert!(size_of::<Host>() == 152 && size_of::<Handler>() == 80 && size_of::<Plugin>() == 64);
};

const fn bytes(text: &str) -> Bytes {
    Bytes { ptr: text.as_ptr(), len: text.len() as u64 }
}

const NONE: Bytes = Bytes { ptr: null(), len: 0 };

/// Where an answer is put together.
struct Text {
    used: usize,
    at: MaybeUninit<[u8; 4096]>,
}

impl Text {
    #[inline(always)]
    fn new() -> Text {
        Text { used: 0, at: MaybeUninit::uninit() }
    }
    unsafe fn bytes(&mut self, b: Bytes) {
        let mut i = 0;
        while i < b.len as usize && self.used < 4096 {
            (self.at.as_mut_ptr() as *mut u8).add(self.used).write_volatile(*b.ptr.add(i));
            self.used += 1;
            i += 1;
        }
    }
    unsafe fn put(&mut self, text: &str) {
        self.bytes(bytes(text));
    }
    unsafe fn number(&mut self, n: u64) {
        if n >= 10 {
            self.number(n / 10);
        }
        let digit = b'0' + (n % 10) as u8;
        self.bytes(Bytes { ptr: &digit, len: 1 });
    }
    unsafe fn member(&mut self, name: &str, value: Bytes) {
        self.put(",\"");
        self.put(name);
        self.put("\":\"");
        self.bytes(value);
        self.put("\"");
    }
    unsafe fn end(&self, host: *const Host, call: CallID) -> Status {
        ((*host).complete)((*host).ctx, call, Bytes { ptr: self.at.as_ptr() as *const u8, len: self.used as u64 })
    }
}

unsafe fn fail_as(host: *const Host, call: CallID, kind: Bytes, message: Bytes) -> Status {
    let failure =
        Failure { size: size_of::<Failure>() as u32, flags: 0, kind, message, stack_json: bytes("[\"shelf\"]") };
    ((*host).fail)((*host).ctx, call, &failure)
}

unsafe extern "C" fn echo(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    ((*host).complete)((*host).ctx, (*v).call, (*v).payload)
}

unsafe extern "C" fn owned(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    let (h, payload) = (&*host, (*v).payload);
    let other = (h.alloc)(h.ctx, 64);
    let mut p = (h.alloc)(h.ctx, 1);
    if other.is_null() || p.is_null() {
        return NO_MEMORY;
    }
    *p = b'[';
    p = (h.realloc)(h.ctx, p, payload.len + 2);
    if p.is_null() {
        return NO_MEMORY;
    }
    let mut i = 0;
    while i < payload.len as usize {
        p.add(i + 1).write_volatile(*payload.ptr.add(i));
        i += 1;
    }
    *p.add(i + 1) = b']';
    (h.free)(h.ctx, other);
    (h.complete_owned)(h.ctx, (*v).call, p, payload.len + 2)
}

unsafe extern "C" fn fails(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    fail_as(host, (*v).call, bytes("Frozen.OutOfStock"), bytes("nothing left"))
}

unsafe extern "C" fn chunks(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    let h = &*host;
    let mut status = (h.write_chunk)(h.ctx, (*v).call, bytes("[1,"));
    if status == OK {
        status = (h.write_chunk)(h.ctx, (*v).call, bytes("2]"));
    }
    if status == OK {
        status = (h.complete)(h.ctx, (*v).call, NONE);
    }
    status
}

unsafe extern "C" fn fields(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    let (v, mut text) = (&*v, Text::new());
    text.put("{\"flags\":");
    text.number((v.flags & 0x7FFF) as u64);
    text.member("request", v.request_id);
    text.member("resource", v.resource_arn);
    text.member("version", v.function_version);
    text.member("token", v.task_token);
    text.member("execution", v.execution_arn);
    text.put(",\"context\":");
    text.bytes(if v.client_context.len > 0 { v.client_context } else { bytes("null") });
    text.member("trace", v.trace_header);
    text.member("key", v.idempotency_key);
    text.put(",\"memory\":");
    text.number(v.memory_limit);
    text.put(",\"attempt\":");
    text.number(v.attempt as u64);
    text.put(",\"payload\":");
    text.bytes(v.payload);
    text.put("}");
    text.end(host, v.call)
}

unsafe extern "C" fn setting(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    let (mut found, mut text) = (NONE, Text::new());
    match ((*host).config_get)((*host).ctx, bytes("COLOUR"), &mut found) {
        INVALID => text.put("null"),
        OK => {
            text.put("\"");
            text.bytes(found);
            text.put("\"");
        }
        _ => {}
    }
    text.end(host, (*v).call)
}

/// The number of the first rule that does not hold, else 0.
unsafe extern "C" fn rules(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    let (h, v, mut text) = (&*host, &*v, Text::new());
    let (first, second) = ((h.clock_mono_ns)(h.ctx), (h.clock_mono_ns)(h.ctx));
    let left = (h.remaining_ns)(h.ctx, v.call);
    let mut broken = 0;
    if h.abi_version >> 16 != 1 { broken = 1 }
    if h.size < 152 { broken = 2 }
    if v.size < 192 { broken = 3 }
    if first <= 0 || second < first { broken = 4 }
    if (h.clock_unix_ns)(h.ctx) < 1_600_000_000_000_000_000 { broken = 5 }
    if left <= 0 || first + left > v.deadline_mono_ns + 1_000_000_000 { broken = 6 }
    if v.deadline_unix_ms <= 1_600_000_000_000 { broken = 7 }
    if (h.cancelled)(h.ctx, v.call) != 0 { broken = 8 }
    if (h.heartbeat)(h.ctx, v.call) != OK { broken = 9 }
    if !(h.extension)(h.ctx, "frozen.nothing/1\0".as_ptr()).is_null() { broken = 10 }
    if (h.complete)(h.ctx, v.call + 1, NONE) != GONE { broken = 11 }
    if v.reserved0 != 0 { broken = 12 }
    text.number(broken);
    text.end(host, v.call)
}

unsafe extern "C" fn logs(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    ((*host).log)((*host).ctx, (*v).call, 3, bytes("frozen"), bytes("{\"a\":1}"));
    ((*host).complete)((*host).ctx, (*v).call, bytes("null"))
}

/// The one call an action or a cancellation is under way for: such handlers are called one at a time.
struct Waiting {
    host: *const Host,
    call: CallID,
}
static mut WAITING: Waiting = Waiting { host: null(), call: 0 };

unsafe fn wait_for(host: *const Host, call: CallID) -> Ctx {
    WAITING = Waiting { host, call };
    addr_of_mut!(WAITING) as Ctx
}

unsafe extern "C" fn answered(user: Ctx, status: Status, json: Bytes, failure: *const Failure) {
    let waiting = &*(user as *const Waiting);
    let (host, call) = (waiting.host, waiting.call);
    if status == OK {
        ((*host).complete)((*host).ctx, call, json);
    } else if !failure.is_null() {
        fail_as(host, call, (*failure).kind, (*failure).message);
    } else {
        fail_as(host, call, bytes("Frozen.Gone"), bytes("the call ended first"));
    }
}

unsafe extern "C" fn calls(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    let (h, v) = (&*host, &*v);
    let user = wait_for(host, v.call);
    (h.api_call)(h.ctx, v.call, bytes("states"), bytes("SendTaskSuccess"), v.payload, answered, user)
}

unsafe extern "C" fn stopped(user: Ctx, call: CallID, reason: i32) {
    let mut text = Text::new();
    text.put("{\"reason\":");
    text.number(reason as u64);
    text.put("}");
    text.end((*(user as *const Waiting)).host, call);
}

unsafe extern "C" fn waits(_: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    let (h, v) = (&*host, &*v);
    let user = wait_for(host, v.call);
    if (h.on_cancel)(h.ctx, v.call, Some(stopped), user) != OK {
        return STATE;
    }
    (h.log)(h.ctx, v.call, 2, bytes("waiting"), NONE);
    OK
}

struct Instance {
    host: *const Host,
    activated: u64,
    invoked: u64,
}
static mut ONLY: Instance = Instance { host: null(), activated: 0, invoked: 0 };

unsafe extern "C" fn begin(
    host: *const Host, handler: *const Handler, out: *mut *mut Instance, _: *mut Failure,
) -> Status {
    if (*handler).kind != 1 {
        return INVALID;
    }
    ONLY = Instance { host, activated: 0, invoked: 0 };
    *out = addr_of_mut!(ONLY);
    OK
}

unsafe extern "C" fn activate(instance: *mut Instance) -> Status {
    (*instance).activated += 1;
    OK
}

unsafe extern "C" fn counts(instance: *mut Instance, host: *const Host, v: *const Invocation) -> Status {
    let mut text = Text::new();
    (*instance).invoked += 1;
    text.put("[");
    text.number((*instance).activated);
    text.put(",");
    text.number((*instance).invoked);
    text.put("]");
    text.end(host, (*v).call)
}

unsafe fn say(instance: *mut Instance, message: &str) {
    let host = (*instance).host;
    ((*host).log)((*host).ctx, 0, 2, bytes(message), NONE);
}

unsafe extern "C" fn quiesce(instance: *mut Instance) -> Status {
    say(instance, "quiesced");
    OK
}

unsafe extern "C" fn destroy(instance: *mut Instance) {
    say(instance, "destroyed");
}

unsafe extern "C" fn refuse(
    _: *const Host, _: *const Handler, _: *mut *mut Instance, failure: *mut Failure,
) -> Status {
    (*failure).kind = bytes("Frozen.NoDatabase");
    (*failure).message = bytes("the database is not there");
    STATE
}

unsafe extern "C" fn gives_up(_: *mut Instance, _: *const Host, _: *const Invocation) -> Status {
    DENIED
}

const fn handler(name: &'static str, kind: u32, flags: u32, invoke: Invoke) -> Handler {
    Handler {
        size: size_of::<Handler>() as u32, kind, name: name.as_ptr(), flags, reserved0: 0, create: None, activate: None,
        invoke, quiesce: None, destroy: None, extension: None, reserved1: null(),
    }
}

const fn function(name: &'static str, invoke: Invoke) -> Handler {
    handler(name, 1, 0, invoke)
}

static mut ALL: [Handler; 14] = [
    function("Echo\0", echo),
    function("Owned\0", owned),
    function("Fails\0", fails),
    function("Chunks\0", chunks),
    function("Fields\0", fields),
    function("Setting\0", setting),
    function("Rules\0", rules),
    function("Logs\0", logs),
    handler("Calls\0", 1, 4, calls),
    handler("Waits\0", 1, 4, waits),
    Handler {
        create: Some(begin), activate: Some(activate), quiesce: Some(quiesce), destroy: Some(destroy),
        ..function("Counts\0", counts)
    },
    Handler { create: Some(refuse), ..function("Refuses\0", echo) },
    function("GivesUp\0", gives_up),
    handler("arn:aws:states:::frozen:*\0", 2, 3, fields),
];
static mut LIST: [*const Handler; 14] = [null(); 14];
static mut PLUGIN: Plugin = Plugin {
    magic: 0x314C_574E, size: size_of::<Plugin>() as u32, abi_version: 0x0001_0000, min_host_abi: 0x0001_0000,
    name: "frozen\0".as_ptr(), version: "1.0.0\0".as_ptr(), flags: 1, handler_count: 14, handlers: null(),
    build_id: null(), reserved0: null_mut(),
};

/// What the host looks up when it loads the library.
#[no_mangle]
pub unsafe extern "C" fn newel_plugin_entry(host_abi_version: u32) -> *const c_void {
    let mut i = 0;
    while i < 14 {
        *(addr_of_mut!(LIST) as *mut *const Handler).add(i) = (addr_of!(ALL) as *const Handler).add(i);
        i += 1;
    }
    PLUGIN.handlers = addr_of!(LIST) as *const *const Handler;
    if host_abi_version >> 16 == 1 { addr_of!(PLUGIN) as *const c_void } else { null() }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
