//! Newel's plugin interface, version 1.0, as far as a function needs it: `newel_plugin.h` has all of it.
const std = @import("std");

const Bytes = extern struct {
    ptr: ?[*]const u8 = null,
    len: u64 = 0,

    fn of(bytes: []const u8) Bytes {
        return .{ .ptr = bytes.ptr, .len = bytes.len };
    }
    fn slice(self: Bytes) []const u8 {
        return if (self.ptr) |ptr| ptr[0..self.len] else "";
    }
};

const Failure = extern struct { size: u32, flags: u32, kind: Bytes, message: Bytes, stack_json: Bytes };

const Invocation = extern struct {
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
};

/// The first functions of the host; those behind them are not declared here.
const Host = extern struct {
    size: u32,
    abi_version: u32,
    ctx: ?*anyopaque,
    log: *const fn (?*anyopaque, u64, i32, Bytes, Bytes) callconv(.c) void,
    clock_mono_ns: *const fn (?*anyopaque) callconv(.c) i64,
    clock_unix_ns: *const fn (?*anyopaque) callconv(.c) i64,
    alloc: *const fn (?*anyopaque, u64) callconv(.c) ?*anyopaque,
    realloc: *const fn (?*anyopaque, ?*anyopaque, u64) callconv(.c) ?*anyopaque,
    free: *const fn (?*anyopaque, ?*anyopaque) callconv(.c) void,
    complete: *const fn (?*anyopaque, u64, Bytes) callconv(.c) i32,
    complete_owned: *const fn (?*anyopaque, u64, ?*anyopaque, u64) callconv(.c) i32,
    fail: *const fn (?*anyopaque, u64, *const Failure) callconv(.c) i32,
};

const Invoke = *const fn (?*anyopaque, *const Host, *const Invocation) callconv(.c) i32;

const Handler = extern struct {
    size: u32 = @sizeOf(Handler),
    kind: u32 = 1,
    name: [*:0]const u8,
    flags: u32 = 0,
    reserved0: u32 = 0,
    create: ?*const anyopaque = null,
    activate: ?*const anyopaque = null,
    invoke: Invoke,
    quiesce: ?*const anyopaque = null,
    destroy: ?*const anyopaque = null,
    extension: ?*const anyopaque = null,
    reserved1: ?*const anyopaque = null,
};

const Plugin = extern struct {
    magic: u32 = 0x314C574E,
    size: u32 = @sizeOf(Plugin),
    abi_version: u32 = 0x00010000,
    min_host_abi: u32 = 0x00010000,
    name: ?[*:0]const u8 = null,
    version: ?[*:0]const u8 = null,
    flags: u32 = 0,
    handler_count: u32 = 1,
    handlers: *const [1]*const Handler,
    build_id: ?[*:0]const u8 = null,
    reserved0: ?*const anyopaque = null,
};

/// One call of the function.
pub const Call = struct {
    host: *const Host,
    invocation: *const Invocation,

    /// The event, a JSON text.
    pub fn event(self: Call) []const u8 {
        return self.invocation.payload.slice();
    }

    /// Writes a line to the function's log.
    pub fn log(self: Call, message: []const u8) void {
        self.host.log(self.host.ctx, self.invocation.call, 2, Bytes.of(message), .{});
    }

    fn end(self: Call, json: []const u8) i32 {
        return self.host.complete(self.host.ctx, self.invocation.call, Bytes.of(json));
    }

    fn fail(self: Call, name: []const u8) i32 {
        const failure = Failure{
            .size = @sizeOf(Failure),
            .flags = 0,
            .kind = Bytes.of(name),
            .message = Bytes.of(name),
            .stack_json = .{},
        };
        return self.host.fail(self.host.ctx, self.invocation.call, &failure);
    }
};

/// Makes the library a plugin with one function. Its memory is freed when it has answered; an error fails the call under its name.
pub fn function(
    comptime name: [:0]const u8,
    comptime body: fn (Call, std.mem.Allocator) anyerror![]const u8,
) void {
    const entry = struct {
        fn invoke(_: ?*anyopaque, host: *const Host, invocation: *const Invocation) callconv(.c) i32 {
            const call = Call{ .host = host, .invocation = invocation };
            var arena = std.heap.ArenaAllocator.init(std.heap.page_allocator);
            defer arena.deinit();
            const json = body(call, arena.allocator()) catch |failure| return call.fail(@errorName(failure));
            return call.end(json);
        }
        const handler = Handler{ .name = name, .invoke = &invoke };
        const handlers = [1]*const Handler{&handler};
        const plugin = Plugin{ .handlers = &handlers };
        fn get(_: u32) callconv(.c) *const Plugin {
            return &plugin;
        }
    };
    @export(&entry.get, .{ .name = "newel_plugin_entry" });
}
