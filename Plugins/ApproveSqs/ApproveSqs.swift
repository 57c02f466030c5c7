import JSONTree
import NewelPluginKit

/// Approves every request a queue brings: each record's body holds a task token, which is answered with `"approved"`.
///
/// An error of any answer fails the batch, so that the queue delivers it again.
private let plugin = Plugin(
    "ApproveSqs", version: "1.0.0",
    [
        Handler(function: "ApproveSqs", [.concurrent]) { event, invocation in
            var failure: (any Error)?
            // One record that cannot be answered must not keep the others of its batch waiting.
            for record in event["Records"]?.arrayValue ?? [] {
                do { try approve(record, invocation) } catch { failure = failure ?? error }
            }
            if let failure { throw failure }
            return .null
        }
    ])

/// Answers one record's token.
private func approve(_ record: JSON, _ invocation: Invocation) throws {
    guard let body = record["body"]?.stringValue, let token = try message(body)["TaskToken"]?.stringValue else {
        throw PluginError("InvalidMessage", "a record's body holds no TaskToken")
    }
    let answer: JSON = ["output": .string("\"approved\""), "taskToken": .string(token)]
    _ = try invocation.apiWaiting("states", "SendTaskSuccess", answer.bytes)
}

/// A message body as a tree.
private func message(_ body: String) throws(PluginError) -> JSON {
    do { return try JSON.parse(body) } catch {
        throw PluginError("InvalidMessage", "a record's body is not JSON: \(error.message)")
    }
}

/// What the host looks up when it loads the library.
@c(newel_plugin_entry)
public func newelPluginEntry(hostABI: UInt32) -> UnsafeRawPointer? { plugin.entry(hostABI: hostABI) }
