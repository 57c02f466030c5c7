//! Newel's plugin interface, version 1.0, as far as a function needs it: `newel_plugin.h` has all of it.
#![allow(dead_code)]

use std::ffi::c_void;
use std::os::raw::c_char;

/// Borrowed bytes.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Bytes {
    ptr: *const u8,
    len: u64,
}

impl Bytes {
    fn of(text: &str) -> Bytes {
        Bytes { ptr: text.as_ptr(), len: text.len() as u64 }
    }

    /// The text lives as long as the invocation.
    unsafe fn text<'a>(self) -> &'a str {
        if self.len == 0 {
            return "";
        }
        std::str::from_utf8(std::slice::from_raw_parts(self.ptr, self.len as usize)).unwrap_or("")
    }
}

#[repr(C)]
pub struct Error {
    size: u32,
    flags: u32,
    kind: Bytes,
    message: Bytes,
    stack_json: Bytes,
}

#[repr(C)]
pub struct Invocation {
    size: u32,
    flags: u32,
    call: u64,
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

/// The first functions of the host; those behind them are not declared here.
#[repr(C)]
pub struct Host {
    size: u32,
    abi_version: u32,
    ctx: *mut c_void,
    log: extern "C" fn(*mut c_void, u64, i32, Bytes, Bytes),
    clock_mono_ns: extern "C" fn(*mut c_void) -> i64,
    clock_unix_ns: extern "C" fn(*mut c_void) -> i64,
    alloc: extern "C" fn(*mut c_void, u64) -> *mut c_void,
    realloc: extern "C" fn(*mut c_void, *mut c_void, u64) -> *mut c_void,
    free: extern "C" fn(*mut c_void, *mut c_void),
    complete: extern "C" fn(*mut c_void, u64, Bytes) -> i32,
    complete_owned: extern "C" fn(*mut c_void, u64, *mut c_void, u64) -> i32,
    fail: extern "C" fn(*mut c_void, u64, *const Error) -> i32,
}

type Invoke = unsafe extern "C" fn(*mut c_void, *const Host, *const Invocation) -> i32;

#[repr(C)]
pub struct Handler {
    size: u32,
    kind: u32,
    name: *const c_char,
    flags: u32,
    reserved0: u32,
    create: *const c_void,
    activate: *const c_void,
    invoke: Invoke,
    quiesce: *const c_void,
    destroy: *const c_void,
    extension: *const c_void,
    reserved1: *const c_void,
}

#[repr(C)]
pub struct Plugin {
    magic: u32,
    size: u32,
    abi_version: u32,
    min_host_abi: u32,
    name: *const c_char,
    version: *const c_char,
    flags: u32,
    handler_count: u32,
    handlers: *const *const Handler,
    build_id: *const c_char,
    reserved0: *const c_void,
}

unsafe impl Sync for Handler {}
unsafe impl Sync for Plugin {}

impl Handler {
    /// The name ends with a NUL.
    pub const fn new(name: &'static str, invoke: Invoke) -> Handler {
        let none = std::ptr::null();
        Handler {
            size: std::mem::size_of::<Handler>() as u32, kind: 1, name: name.as_ptr() as *const c_char, flags: 0, reserved0: 0,
            create: none, activate: none, invoke, quiesce: none, destroy: none, extension: none, reserved1: none,
        }
    }
}

/// A list with one handler.
pub struct Only(pub *const Handler);
unsafe impl Sync for Only {}

impl Plugin {
    pub const fn new(handlers: &'static Only) -> Plugin {
        Plugin {
            magic: 0x314C_574E, size: std::mem::size_of::<Plugin>() as u32, abi_version: 0x0001_0000,
            min_host_abi: 0x0001_0000, name: std::ptr::null(), version: std::ptr::null(), flags: 0, handler_count: 1,
            handlers: &handlers.0, build_id: std::ptr::null(), reserved0: std::ptr::null(),
        }
    }
}

/// One call of the function.
pub struct Call<'a> {
    host: &'a Host,
    invocation: &'a Invocation,
}

/// Why a call failed: the name a `Retry` or `Catch` matches, and words for people.
pub struct Failure {
    pub kind: String,
    pub message: String,
}

impl Call<'_> {
    /// The event, a JSON text.
    pub fn event(&self) -> &str {
        unsafe { self.invocation.payload.text() }
    }

    /// The call's id.
    pub fn request_id(&self) -> &str {
        unsafe { self.invocation.request_id.text() }
    }

    /// Writes a line to the function's log.
    pub fn log(&self, message: &str) {
        (self.host.log)(self.host.ctx, self.invocation.call, 2, Bytes::of(message), Bytes::of(""));
    }

    fn end(&self, result: Result<String, Failure>) -> i32 {
        match result {
            Ok(json) => (self.host.complete)(self.host.ctx, self.invocation.call, Bytes::of(&json)),
            Err(failure) => {
                let error = Error {
                    size: std::mem::size_of::<Error>() as u32, flags: 0, kind: Bytes::of(&failure.kind),
                    message: Bytes::of(&failure.message), stack_json: Bytes::of(""),
                };
                (self.host.fail)(self.host.ctx, self.invocation.call, &error)
            }
        }
    }
}

/// Runs a function for the host.
///
/// # Safety
/// Only for the host's own pointers.
pub unsafe fn serve(
    host: *const Host, invocation: *const Invocation, function: fn(&Call) -> Result<String, Failure>,
) -> i32 {
    let call = Call { host: &*host, invocation: &*invocation };
    call.end(function(&call))
}

/// Makes the library a plugin with one function.
macro_rules! function {
    ($name:literal, $function:path) => {
        unsafe extern "C" fn newel_invoke(
            _: *mut std::ffi::c_void, host: *const $crate::newel::Host, call: *const $crate::newel::Invocation,
        ) -> i32 {
            $crate::newel::serve(host, call, $function)
        }
        static NEWEL_HANDLER: $crate::newel::Handler = $crate::newel::Handler::new(concat!($name, "\0"), newel_invoke);
        static NEWEL_HANDLERS: $crate::newel::Only = $crate::newel::Only(&NEWEL_HANDLER);
        static NEWEL_PLUGIN: $crate::newel::Plugin = $crate::newel::Plugin::new(&NEWEL_HANDLERS);

        /// What the host looks up when it loads the library.
        #[no_mangle]
        pub extern "C" fn newel_plugin_entry(_host_abi_version: u32) -> *const $crate::newel::Plugin {
            &NEWEL_PLUGIN
        }
    };
}
pub(crate) use function;
