import Digests
import JSONTree
import ResourceNames
import StorageContract

/// A task that moves dead letters back, as stored.
struct MessageMove: StoredResource {
    static let kind = "sqs.move"

    /// How far it is.
    enum Status: String {
        case running = "RUNNING"
        case completed = "COMPLETED"
        case cancelling = "CANCELLING"
        case cancelled = "CANCELLED"
        case failed = "FAILED"

        /// Whether anything is still to be done.
        var isOver: Bool { self != .running && self != .cancelling }
    }

    /// A UUID.
    let id: String
    let source: QueueKey
    /// Where messages go; `nil`: to the queues they came from.
    let destination: QueueKey?
    /// Messages a second; `nil`: as fast as it goes.
    let rate: Int?
    let startedAt: Timestamp
    var status = Status.running
    /// Messages moved so far.
    var moved = 0
    /// Messages there were when it began.
    let toMove: Int
    /// Why it failed.
    var failure: String?

    /// A task that begins.
    init(id: String, source: QueueKey, destination: QueueKey?, rate: Int?, startedAt: Timestamp, toMove: Int) {
        (self.id, self.source, self.destination, self.rate) = (id, source, destination, rate)
        (self.startedAt, self.toMove) = (startedAt, toMove)
    }

    init?(json: JSON) {
        guard let id = json["id"]?.stringValue, let source = json["source"]?.stringValue.flatMap({ QueueKey(arn: $0) }),
            let started = json["started"]?.integerValue, let moved = json["moved"]?.integerValue,
            let toMove = json["toMove"]?.integerValue,
            let status = json["status"]?.stringValue.flatMap(Status.init(rawValue:))
        else { return nil }
        self.init(
            id: id, source: source, destination: json["destination"]?.stringValue.flatMap { QueueKey(arn: $0) },
            rate: json["rate"]?.integerValue.map { Int($0) }, startedAt: Timestamp(milliseconds: started),
            toMove: Int(toMove))
        (self.status, self.moved, failure) = (status, Int(moved), json["failure"]?.stringValue)
    }

    var key: String { id }

    var json: JSON {
        var json: JSONObject = [
            "id": .string(id), "source": .string(source.arn), "started": .integer(startedAt.milliseconds),
            "moved": .integer(Int64(moved)), "toMove": .integer(Int64(toMove)), "status": .string(status.rawValue),
        ]
        json["destination"] = destination.map { .string($0.arn) }
        json["rate"] = rate.map { .integer(Int64($0)) }
        json["failure"] = failure.map { .string($0) }
        return .object(json)
    }

    /// What `CancelMessageMoveTask` takes.
    var handle: String {
        let facts: JSON = ["taskId": .string(id), "sourceArn": .string(source.arn)]
        return Base64.encode(facts.bytes)
    }

    /// The id in a handle; `nil` for a text that is none.
    static func id(ofHandle text: String) -> String? {
        Base64.decode(text).flatMap { try? JSON.parse($0) }?["taskId"]?.stringValue
    }

    /// An element of `ListMessageMoveTasks`; the handle is shown as long as it is of use.
    var shape: JSON {
        var shape: JSONObject = [
            "Status": .string(status.rawValue), "SourceArn": .string(source.arn),
            "ApproximateNumberOfMessagesMoved": .integer(Int64(moved)),
            "ApproximateNumberOfMessagesToMove": .integer(Int64(toMove)),
            "StartedTimestamp": .integer(startedAt.milliseconds),
        ]
        if status == .running { shape["TaskHandle"] = .string(handle) }
        shape["DestinationArn"] = destination.map { .string($0.arn) }
        shape["MaxNumberOfMessagesPerSecond"] = rate.map { .integer(Int64($0)) }
        shape["FailureReason"] = failure.map { .string($0) }
        return .object(shape)
    }
}
