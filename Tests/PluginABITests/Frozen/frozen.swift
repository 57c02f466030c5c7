import FrozenNewelPlugin

// The handlers of `frozen.c` in Swift, on the frozen header alone: built anew at every test, as an author who keeps to 1.0 would.

private typealias Host = UnsafePointer<newel_host>
private typealias Call = UnsafePointer<newel_invocation>
private let ok = newel_status(NEWEL_OK)

/// The bytes of a literal, which live as long as the library.
private func bytes(_ text: StaticString) -> newel_bytes {
    newel_bytes(ptr: text.utf8Start, len: UInt64(text.utf8CodeUnitCount))
}

private func text(_ bytes: newel_bytes) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes.ptr, count: Int(bytes.len)), as: UTF8.self)
}

private func complete(_ host: Host, _ call: newel_call, _ json: String) -> newel_status {
    var json = json
    return json.withUTF8 {
        host.pointee.complete(host.pointee.ctx, call, newel_bytes(ptr: $0.baseAddress, len: UInt64($0.count)))
    }
}

private func fail(_ host: Host, _ call: newel_call, _ type: newel_bytes, _ message: newel_bytes) -> newel_status {
    var error = newel_error(
        size: UInt32(MemoryLayout<newel_error>.size), flags: 0, type: type, message: message,
        stack_json: bytes("[\"shelf\"]"))
    return host.pointee.fail(host.pointee.ctx, call, &error)
}

private func owned(_ host: Host, _ call: Call) -> newel_status {
    let (functions, payload) = (host.pointee, call.pointee.payload)
    guard let other = functions.alloc(functions.ctx, 64),
        let first = functions.alloc(functions.ctx, 1),
        let grown = functions.realloc(functions.ctx, first, payload.len + 2)
    else { return newel_status(NEWEL_E_NOMEM) }
    let count = Int(payload.len)
    grown.storeBytes(of: UInt8(ascii: "["), as: UInt8.self)
    if let from = payload.ptr { (grown + 1).copyMemory(from: from, byteCount: count) }
    (grown + count + 1).storeBytes(of: UInt8(ascii: "]"), as: UInt8.self)
    functions.free(functions.ctx, other)
    return functions.complete_owned(functions.ctx, call.pointee.call, grown, payload.len + 2)
}

private func chunks(_ host: Host, _ call: Call) -> newel_status {
    let functions = host.pointee
    for chunk in ["[1,", "2]"] as [StaticString] {
        let status = functions.write_chunk(functions.ctx, call.pointee.call, bytes(chunk))
        guard status == ok else { return status }
    }
    return functions.complete(functions.ctx, call.pointee.call, newel_bytes())
}

private func fields(_ host: Host, _ call: Call) -> newel_status {
    let call = call.pointee
    let members = [
        ("request", call.request_id), ("resource", call.resource_arn), ("version", call.function_version),
        ("token", call.task_token), ("execution", call.execution_arn), ("trace", call.trace_header),
        ("key", call.idempotency_key),
    ].map { #","\#($0)":"\#(text($1))""# }.joined()
    let context = call.client_context.len > 0 ? text(call.client_context) : "null"
    return complete(
        host, call.call,
        #"{"flags":\#(call.flags & 0x7FFF)\#(members),"context":\#(context),"memory":\#(call.memory_limit),"#
            + #""attempt":\#(call.attempt),"payload":\#(text(call.payload))}"#)
}

private func setting(_ host: Host, _ call: Call) -> newel_status {
    var found = newel_bytes()
    let status = host.pointee.config_get(host.pointee.ctx, bytes("COLOUR"), &found)
    return complete(host, call.pointee.call, status == ok ? "\"\(text(found))\"" : "null")
}

/// Answers the number of the first rule that does not hold, else 0.
private func rules(_ host: Host, _ call: Call) -> newel_status {
    let (functions, id) = (host.pointee, call.pointee.call)
    let (first, second) = (functions.clock_mono_ns(functions.ctx), functions.clock_mono_ns(functions.ctx))
    let left = functions.remaining_ns(functions.ctx, id)
    let holds = [
        functions.abi_version >> 16 == 1, functions.size >= 152, call.pointee.size >= 192,
        first > 0 && second >= first,
        functions.clock_unix_ns(functions.ctx) >= 1_600_000_000_000_000_000,
        left > 0 && first + left <= call.pointee.deadline_mono_ns + 1_000_000_000,
        call.pointee.deadline_unix_ms > 1_600_000_000_000,
        functions.cancelled(functions.ctx, id) == 0, functions.heartbeat(functions.ctx, id) == ok,
        functions.extension(functions.ctx, "frozen.nothing/1") == nil,
        functions.complete(functions.ctx, id + 1, newel_bytes()) == newel_status(NEWEL_E_GONE),
        call.pointee.reserved0 == 0,
    ]
    return complete(host, id, "\(holds.firstIndex(of: false).map { $0 + 1 } ?? 0)")
}

private func logs(_ host: Host, _ call: Call) -> newel_status {
    host.pointee.log(
        host.pointee.ctx, call.pointee.call, Int32(NEWEL_LOG_WARNING), bytes("frozen"), bytes("{\"a\":1}"))
    return complete(host, call.pointee.call, "null")
}

/// The one call an action or a cancellation is under way for: such handlers are called one at a time.
private nonisolated(unsafe) var waiting: (host: Host, call: newel_call)?

private func calls(_ host: Host, _ call: Call) -> newel_status {
    waiting = (host, call.pointee.call)
    return host.pointee.api_call(
        host.pointee.ctx, call.pointee.call, bytes("states"), bytes("SendTaskSuccess"), call.pointee.payload,
        { _, status, json, error in
            guard let (host, call) = waiting else { return }
            if status == ok {
                _ = host.pointee.complete(host.pointee.ctx, call, json)
            } else if let error {
                _ = fail(host, call, error.pointee.type, error.pointee.message)
            } else {
                _ = fail(host, call, bytes("Frozen.Gone"), bytes("the call ended first"))
            }
        }, nil)
}

private func waits(_ host: Host, _ call: Call) -> newel_status {
    waiting = (host, call.pointee.call)
    let status = host.pointee.on_cancel(
        host.pointee.ctx, call.pointee.call,
        { _, call, reason in
            if let waiting { _ = complete(waiting.host, call, #"{"reason":\#(reason)}"#) }
        }, nil)
    guard status == ok else { return newel_status(NEWEL_E_STATE) }
    host.pointee.log(host.pointee.ctx, call.pointee.call, Int32(NEWEL_LOG_INFO), bytes("waiting"), newel_bytes())
    return ok
}

private nonisolated(unsafe) var only = (host: Host?.none, activated: 0, invoked: 0)

private func counts(_ host: Host, _ call: Call) -> newel_status {
    only.invoked += 1
    return complete(host, call.pointee.call, "[\(only.activated),\(only.invoked)]")
}

private func say(_ message: StaticString) {
    only.host.map { $0.pointee.log($0.pointee.ctx, 0, Int32(NEWEL_LOG_INFO), bytes(message), newel_bytes()) }
}

private func record(
    _ name: StaticString, _ invoke: @escaping @convention(c) (OpaquePointer?, Host?, Call?) -> newel_status,
    flags: Int = 0, kind: Int = NEWEL_KIND_FUNCTION
) -> newel_handler {
    var handler = newel_handler()
    handler.size = UInt32(MemoryLayout<newel_handler>.size)
    handler.kind = UInt32(kind)
    handler.name = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    handler.flags = UInt32(flags)
    handler.invoke = invoke
    return handler
}

private func counting(_ handler: newel_handler) -> newel_handler {
    var handler = handler
    handler.create = { host, handler, out, _ in
        guard handler?.pointee.kind == UInt32(NEWEL_KIND_FUNCTION) else { return newel_status(NEWEL_E_INVALID) }
        only = (host, 0, 0)
        out?.pointee = OpaquePointer(bitPattern: 1)
        return ok
    }
    handler.activate = { _ in
        only.activated += 1
        return ok
    }
    handler.quiesce = { _ in
        say("quiesced")
        return ok
    }
    handler.destroy = { _ in say("destroyed") }
    return handler
}

private func refusing(_ handler: newel_handler) -> newel_handler {
    var handler = handler
    handler.create = { _, _, _, error in
        error?.pointee.type = bytes("Frozen.NoDatabase")
        error?.pointee.message = bytes("the database is not there")
        return newel_status(NEWEL_E_STATE)
    }
    return handler
}

private let echo: @convention(c) (OpaquePointer?, Host?, Call?) -> newel_status = { _, host, call in
    host!.pointee.complete(host!.pointee.ctx, call!.pointee.call, call!.pointee.payload)
}

private func handlers() -> [newel_handler] {
    [
        record("Echo", echo),
        record("Owned", { owned($1!, $2!) }),
        record("Fails", { fail($1!, $2!.pointee.call, bytes("Frozen.OutOfStock"), bytes("nothing left")) }),
        record("Chunks", { chunks($1!, $2!) }),
        record("Fields", { fields($1!, $2!) }),
        record("Setting", { setting($1!, $2!) }),
        record("Rules", { rules($1!, $2!) }),
        record("Logs", { logs($1!, $2!) }),
        record("Calls", { calls($1!, $2!) }, flags: NEWEL_H_NONBLOCKING),
        record("Waits", { waits($1!, $2!) }, flags: NEWEL_H_NONBLOCKING),
        counting(record("Counts", { counts($1!, $2!) })),
        refusing(record("Refuses", echo)),
        record("GivesUp", { _, _, _ in newel_status(NEWEL_E_DENIED) }),
        record(
            "arn:aws:states:::frozen:*", { fields($1!, $2!) }, flags: NEWEL_H_CONCURRENT | NEWEL_H_IDEMPOTENT,
            kind: NEWEL_KIND_INTEGRATION),
    ]
}

/// The descriptor, which is never freed.
private nonisolated(unsafe) let plugin: UnsafePointer<newel_plugin> = {
    let handlers = handlers()
    let records = UnsafeMutablePointer<newel_handler>.allocate(capacity: handlers.count)
    let list = UnsafeMutablePointer<UnsafePointer<newel_handler>?>.allocate(capacity: handlers.count)
    for (index, handler) in handlers.enumerated() {
        (records + index).initialize(to: handler)
        (list + index).initialize(to: UnsafePointer(records + index))
    }
    let (name, version): (StaticString, StaticString) = ("frozen", "1.0.0")
    let plugin = UnsafeMutablePointer<newel_plugin>.allocate(capacity: 1)
    plugin.initialize(
        to: newel_plugin(
            magic: UInt32(NEWEL_MAGIC), size: UInt32(MemoryLayout<newel_plugin>.size),
            abi_version: UInt32(NEWEL_ABI_VERSION), min_host_abi: UInt32(NEWEL_ABI_VERSION),
            name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self),
            version: UnsafeRawPointer(version.utf8Start).assumingMemoryBound(to: CChar.self),
            flags: UInt32(NEWEL_P_NO_UNLOAD), handler_count: UInt32(handlers.count), handlers: UnsafePointer(list),
            build_id: nil, reserved0: nil))
    return UnsafePointer(plugin)
}()

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? {
    hostABI >> 16 == 1 ? UnsafeRawPointer(plugin) : nil
}
