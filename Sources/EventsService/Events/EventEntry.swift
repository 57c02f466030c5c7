import AWSWire
import JSONTree
import ResourceNames

/// One entry of `PutEvents`, checked.
struct EventEntry: Sendable {
    /// Why an entry is not taken.
    struct Refusal: Error, Sendable {
        /// For programs.
        let code: String
        /// For people.
        let message: String

        /// A member that must be there and is not.
        static func missing(_ member: String) -> Refusal {
            Refusal(
                code: "InvalidArgument",
                message: "Parameter \(member) is not valid. Reason: \(member) is a required argument.")
        }
    }

    /// The bus it is for.
    let bus: BusKey
    private let source: String
    private let detailType: String
    private let detail: JSON
    private let resources: JSON
    private let time: Timestamp?

    /// Checks an entry. Source: API reference, `PutEventsResultEntry`; messages as observed.
    init(_ shape: JSON, in territory: Territory) throws(Refusal) {
        let source = shape["Source"]?.stringValue ?? ""
        let detailType = shape["DetailType"]?.stringValue ?? ""
        guard !source.isEmpty else { throw .missing("Source") }
        guard !detailType.isEmpty else { throw .missing("DetailType") }
        guard let text = shape["Detail"]?.stringValue, !text.isEmpty else { throw .missing("Detail") }
        guard !source.hasPrefix("aws.") else {
            throw Refusal(code: "NotAuthorizedForSourceException", message: "Not authorized for the source.")
        }
        // The only fault of a detail that is told is that it has one.
        guard let detail = try? JSON.parse(text), detail.isObject, !detail.isDeeper(than: Limits.detailDepthMax) else {
            throw Refusal(code: "MalformedDetail", message: "Detail is malformed.")
        }
        (self.source, self.detailType, self.detail) = (source, detailType, detail)
        let given = shape["Resources"]?.arrayValue ?? []
        resources = .array(given.filter(\.isString))
        bus = BusKey(identifier: shape["EventBusName"]?.stringValue ?? BusKey.defaultName, in: territory)
        time = try Self.time(shape["Time"])
    }

    /// Bytes that count against the limit. Source: user guide, "Calculating PutEvents event entry size".
    static func size(_ shape: JSON) -> Int {
        var size = shape["Time"]?.unlessNull == nil ? 0 : 14
        for member in ["Source", "DetailType", "Detail"] { size += shape[member]?.stringValue?.utf8.count ?? 0 }
        for resource in shape["Resources"]?.arrayValue ?? [] { size += resource.stringValue?.utf8.count ?? 0 }
        return size
    }

    /// The event that rules see.
    func event(id: String, now: Timestamp, in territory: Territory) -> JSON {
        Event.json(
            id: id, detailType: detailType, source: source, at: time ?? now, in: territory, resources: resources,
            detail: detail)
    }

    /// Seconds since 1970, or a text in ISO 8601.
    private static func time(_ value: JSON?) throws(Refusal) -> Timestamp? {
        guard let value = value?.unlessNull else { return nil }
        if let seconds = value.doubleValue, abs(seconds) < 1e12 {
            return Timestamp(milliseconds: Int64((seconds * 1_000).rounded(.down)))
        }
        guard let text = value.stringValue, let time = Timestamp(iso8601: text) else {
            throw Refusal(
                code: "InvalidArgument", message: "Parameter Time is not valid. Reason: It is no instant in ISO 8601.")
        }
        return time
    }
}
