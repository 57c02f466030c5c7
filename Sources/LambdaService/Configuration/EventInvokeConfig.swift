import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// What becomes of the asynchronous invocations of a function, version or alias.
struct EventInvokeConfig: StoredResource {
    /// The ARN it belongs to, with its qualifier: `$LATEST` too.
    let arn: String
    /// Tries after the first; `nil` when nothing is said.
    var retriesMax: Int?
    /// How old an event may get, in seconds; `nil` when nothing is said.
    var ageSecondsMax: Int?
    /// Where the result of one that succeeded goes.
    var onSuccess: String?
    /// Where one that failed goes.
    var onFailure: String?
    var modifiedAt: Timestamp

    static let kind = "functionEventInvokeConfig"
    var key: String { arn }
    var json: JSON {
        [
            "arn": .string(arn), "retries": retriesMax.map { .integer(Int64($0)) } ?? .null,
            "age": ageSecondsMax.map { .integer(Int64($0)) } ?? .null,
            "success": onSuccess.map { .string($0) } ?? .null, "failure": onFailure.map { .string($0) } ?? .null,
            "modified": .integer(modifiedAt.milliseconds),
        ]
    }

    /// A configuration that says nothing.
    init(arn: String, modifiedAt: Timestamp) { (self.arn, self.modifiedAt) = (arn, modifiedAt) }

    init?(json: JSON) {
        guard let arn = json["arn"]?.stringValue, let modified = json["modified"]?.integerValue else { return nil }
        self.init(arn: arn, modifiedAt: Timestamp(milliseconds: modified))
        retriesMax = json["retries"]?.integerValue.map(Int.init)
        ageSecondsMax = json["age"]?.integerValue.map(Int.init)
        (onSuccess, onFailure) = (json["success"]?.stringValue, json["failure"]?.stringValue)
    }

    /// What a request says; what it does not say stays.
    mutating func configure(_ input: JSON) throws(ServiceError) {
        if let retries = input["MaximumRetryAttempts"]?.integerValue { retriesMax = Int(retries) }
        if let age = input["MaximumEventAgeInSeconds"]?.integerValue { ageSecondsMax = Int(age) }
        guard let destinations = input["DestinationConfig"]?.unlessNull else { return }
        func given(_ member: String) -> String? {
            destinations[member]?["Destination"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        }
        (onSuccess, onFailure) = (given("OnSuccess"), given("OnFailure"))
        guard onSuccess.map({ Self.destination($0)?.takesSuccess ?? false }) ?? true,
            onFailure.map({ Self.destination($0) != nil }) ?? true
        else {
            // Observed on AWS.
            func shown(_ member: String, _ text: String?) -> String {
                text.map { "\(member)(destination=\($0))" } ?? "null"
            }
            let config = "onSuccess=\(shown("OnSuccess", onSuccess)), onFailure=\(shown("OnFailure", onFailure))"
            throw .invalidParameter("The provided destination config DestinationConfig(\(config)) is invalid.")
        }
    }

    private static func destination(_ text: String) -> EventDestination? {
        ARN(text).flatMap { EventDestination($0) }
    }

    /// Where results go.
    var destinations: [EventDestination] { [onSuccess, onFailure].compactMap { $0.flatMap(Self.destination) } }

    /// As answers show it.
    var configuration: JSON {
        var json = JSONObject([
            ("LastModified", .double(Double(modifiedAt.milliseconds) / 1_000)), ("FunctionArn", .string(arn)),
        ])
        json["MaximumRetryAttempts"] = retriesMax.map { .integer(Int64($0)) }
        json["MaximumEventAgeInSeconds"] = ageSecondsMax.map { .integer(Int64($0)) }
        func shown(_ arn: String?) -> JSON { arn.map { ["Destination": .string($0)] } ?? [:] }
        json["DestinationConfig"] = ["OnSuccess": shown(onSuccess), "OnFailure": shown(onFailure)]
        return .object(json)
    }
}
