const std = @import("std");
const newel = @import("newel.zig");

/// Answers {"hello": EVENT}.
fn answer(call: newel.Call, memory: std.mem.Allocator) ![]const u8 {
    call.log("said hello");
    return std.fmt.allocPrint(memory, "{{\"hello\":{s}}}", .{call.event()});
}

comptime {
    newel.function("@NAME@", answer);
}
