import JSONTree
import ResourceNames
import TestSupport

/// A `newel up` whose time is moved, asked for its queues over several connections in turn.
final class QueueServer {
    /// An answer that is none.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The server's time.
    private(set) var now = Timestamp(milliseconds: 0)
    private let folder = TemporaryFolder()
    private var process: ServerProcess
    private var connections: [KeptConnection] = []
    private var requestCount = 0

    private static let connectionCount = 3

    /// Starts it with nothing in it.
    init() throws {
        process = try ServerProcess(data: folder.path, "--virtual-time")
        try connect()
        now = try time(["advance": 0])
    }

    /// Ends it as a power cut would, and starts another on what it left, at the same time.
    func killAndStart() throws {
        process.kill()
        process = try ServerProcess(data: folder.path, "--virtual-time")
        try connect()
        let then = now
        now = try time(["advance": 0])
        try advance(milliseconds: Int(then.milliseconds - now.milliseconds))
        guard now == then else { throw Failure(description: "it is \(now.iso8601), not \(then.iso8601)") }
    }

    /// Lets time pass.
    func advance(milliseconds: Int) throws { now = try time(["advance": .double(Double(milliseconds) / 1_000)]) }

    /// Runs an action that is not refused.
    func run(_ action: String, _ input: JSON) throws -> JSON {
        let answer = try ask(action, input)
        guard answer.status == 200 else { throw Failure(description: "\(action): \(answer.body.text)") }
        return answer.body
    }

    /// The code by which an action is refused; `nil` when it is not.
    func refusal(_ action: String, _ input: JSON) throws -> String? {
        let answer = try ask(action, input)
        guard answer.status != 200 else { return nil }
        return answer.body["__type"]?.stringValue?.split(separator: "#").last.map(String.init)
    }

    private func ask(_ action: String, _ input: JSON) throws -> (status: Int, body: JSON) {
        try exchange(
            path: "/",
            headers: [
                ("Content-Type", "application/x-amz-json-1.0"), ("X-Amz-Target", "AmazonSQS.\(action)"),
            ], input)
    }

    private func time(_ body: JSON) throws -> Timestamp {
        let answer = try exchange(path: "/_newel/time", headers: [("Content-Type", "application/json")], body)
        guard let now = answer.body["now"]?.stringValue.flatMap({ Timestamp(iso8601: $0) }) else {
            throw Failure(description: "time: \(answer.body.text)")
        }
        return now
    }

    private func exchange(
        path: String, headers: [(String, String)], _ body: JSON
    ) throws -> (status: Int, body: JSON) {
        requestCount += 1
        let answer = try connections[requestCount % connections.count].post(path, headers: headers, body.bytes)
        return (answer.status, try answer.body.isEmpty ? .emptyObject : JSON.parse(answer.body))
    }

    private func connect() throws {
        connections = try (0..<Self.connectionCount).map { _ in try KeptConnection(port: process.port) }
    }
}
