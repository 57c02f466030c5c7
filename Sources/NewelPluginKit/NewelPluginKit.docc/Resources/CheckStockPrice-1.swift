import NewelPluginKit

/// What the function is asked. Members that are not here are passed over.
private struct Event: Codable {
    var name: String?
}

/// What it answers: `{"hello": EVENT}`.
private struct Answer: Encodable {
    var hello: Event
}

private let plugin = Plugin(
    "CheckStockPrice", version: "0.1.0",
    [
        Handler(.function("CheckStockPrice"), [.concurrent]) { (event: Event, call: Invocation) in
            call.log(.info, "said hello", ["to": event.name ?? "nobody"])
            return Answer(hello: event)
        }
    ])

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
