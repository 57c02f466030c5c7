import AWSWire
import JSONTree
import ResourceNames

/// Which queues may send their dead letters to a queue.
///
/// Source: API reference, `SetQueueAttributes`; the words as told by users of AWS.
struct RedriveAllowPolicy: Sendable {
    private enum Permission: String {
        case all = "allowAll"
        case none = "denyAll"
        case some = "byQueue"
    }

    private static let name = "RedriveAllowPolicy"
    private static let unsupportedFormat = ServiceError.invalidAttribute(
        name, reason: "Amazon SQS can't create the redrive allow policy, as it's in an unsupported format.")
    private static let sourcesMax = 10
    private let permission: Permission
    private let sources: [String]

    /// Reads what a client gives.
    init(_ text: String) throws(ServiceError) {
        guard let json = try? JSON.parse(text), let members = json.objectValue,
            members.keys.allSatisfy({ $0 == "redrivePermission" || $0 == "sourceQueueArns" }),
            let permission = members["redrivePermission"]?.stringValue.flatMap(Permission.init)
        else { throw Self.unsupportedFormat }
        func refusal(_ reason: String) -> ServiceError {
            .invalidValue(text, of: Self.name, reason: "Amazon SQS can't create the redrive allow policy. \(reason)")
        }
        self.permission = permission
        guard let list = members["sourceQueueArns"] else {
            guard permission != .some else {
                throw refusal(
                    "When you specify the byQueue permission type, you must also specify one or more sourceQueueArns values."
                )
            }
            sources = []
            return
        }
        sources = (list.arrayValue ?? []).compactMap(\.stringValue)
        guard list.arrayValue?.count == sources.count else { throw Self.unsupportedFormat }
        guard permission == .some else {
            throw refusal("To specify one or more source queue ARNs, you must set redrivePermission to byQueue.")
        }
        guard !sources.isEmpty else {
            throw refusal(
                "When you specify the byQueue permission type, you must also specify one or more sourceQueueArns values."
            )
        }
        guard sources.count <= Self.sourcesMax else {
            throw refusal("The maximum number of source queue ARNs you can specify is \(Self.sourcesMax).")
        }
    }

    /// Whether all queues it names are in a region, as they must be.
    func isWithin(region: String) -> Bool { sources.allSatisfy { ARN($0).map { $0.region == region } ?? true } }

    /// Whether a queue's dead letters may come.
    func lets(_ source: QueueKey) -> Bool {
        switch permission {
        case .all: true
        case .none: false
        case .some: sources.contains(source.arn)
        }
    }
}
