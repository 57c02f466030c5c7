import AWSWire
import HandlerContract
import JSONTree
import ResourceNames
import SQLiteStore
import SQSService
import StorageContract
import TestSupport

/// A service over a real store in a folder of its own, with a clock moved by hand.
final class QueueWorld {
    let folder = TemporaryFolder()
    let clock = ManualQueueClock()
    private(set) var store: SQLiteStore
    private(set) var dispatcher: Dispatcher
    var context = RequestContext(
        territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r",
        endpoint: "http://127.0.0.1:4566")

    /// - Parameter isDurable: Whether the store outlives a restart, and syncs.
    init(isDurable: Bool = true) throws {
        store = try isDurable ? SQLiteStore(folder: folder.path) : SQLiteStore.temporary()
        dispatcher = Dispatcher([try SQSService(store: store, clock: clock).actions])
    }

    deinit { store.close() }

    /// Ends the process, as far as the store can tell, and starts another.
    func restart() throws {
        store.close()
        store = try SQLiteStore(folder: folder.path)
        dispatcher = Dispatcher([try SQSService(store: store, clock: clock).actions])
    }

    @discardableResult
    func run(_ action: String, _ input: JSON) async throws(ServiceError) -> JSON {
        try await dispatcher.run(action, of: "sqs", input, in: context).body
    }

    /// Makes a queue and answers with its URL.
    func queue(_ name: String = "orders", _ attributes: JSON = .emptyObject) async throws(ServiceError) -> JSON {
        try await run("CreateQueue", ["QueueName": .string(name), "Attributes": attributes])["QueueUrl"] ?? .null
    }

    @discardableResult
    func send(_ queue: JSON, _ body: String, group: String? = nil, id: String? = nil) async throws(ServiceError) -> JSON
    {
        var input = JSONObject([("QueueUrl", queue), ("MessageBody", .string(body))])
        if let group { input["MessageGroupId"] = .string(group) }
        if let id { input["MessageDeduplicationId"] = .string(id) }
        return try await run("SendMessage", .object(input))
    }

    /// Receives messages with all their attributes.
    func receive(_ queue: JSON, max: Int64 = 10, wait: Int64 = 0, visibility: Int64? = nil) async throws(ServiceError)
        -> [JSON]
    {
        var input = JSONObject([
            ("QueueUrl", queue), ("MaxNumberOfMessages", .integer(max)), ("WaitTimeSeconds", .integer(wait)),
            ("MessageSystemAttributeNames", ["All"]), ("MessageAttributeNames", ["All"]),
        ])
        if let visibility { input["VisibilityTimeout"] = .integer(visibility) }
        return try await run("ReceiveMessage", .object(input))["Messages"]?.arrayValue ?? []
    }

    @discardableResult
    func delete(_ queue: JSON, _ message: JSON?) async throws(ServiceError) -> JSON {
        try await run("DeleteMessage", ["QueueUrl": queue, "ReceiptHandle": message?["ReceiptHandle"] ?? .null])
    }

    /// One attribute of a queue.
    func attribute(_ queue: JSON, _ name: String) async throws(ServiceError) -> String? {
        try await run("GetQueueAttributes", ["QueueUrl": queue, "AttributeNames": ["All"]])["Attributes"]?[name]?
            .stringValue
    }

    /// What an action fails with.
    func failure(_ action: String, _ input: JSON) async -> ServiceError? {
        do throws(ServiceError) {
            try await run(action, input)
            return nil
        } catch {
            return error
        }
    }

    func bodies(_ messages: [JSON]) -> [String] { messages.compactMap { $0["Body"]?.stringValue } }
}
