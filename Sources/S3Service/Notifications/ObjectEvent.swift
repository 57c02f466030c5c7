import AWSWire
import Digests
import JSONTree
import ResourceNames

/// Something that happened to an object, as those hear it who asked to.
///
/// Source: Amazon S3 user guide, "Event message structure" and "Using EventBridge".
struct ObjectEvent: Sendable {
    /// What was done.
    enum Kind: String, Sendable {
        case put = "ObjectCreated:Put"
        case copy = "ObjectCreated:Copy"
        case upload = "ObjectCreated:CompleteMultipartUpload"
        case delete = "ObjectRemoved:Delete"

        /// What EventBridge calls the action.
        var reason: String {
            switch self {
            case .put: "PutObject"
            case .copy: "CopyObject"
            case .upload: "CompleteMultipartUpload"
            case .delete: "DeleteObject"
            }
        }
    }

    /// Who did it: the request.
    struct Origin: Sendable {
        /// A UUID.
        let requestID: String
        /// The access key, else the account.
        let principal: String
        /// Nested calls so far: functions that call themselves by way of a bucket come to an end.
        let depth: Int

        /// The origin of a request.
        init(_ context: RequestContext) {
            requestID = context.requestID
            principal = context.accessKeyID ?? context.territory.account
            depth = context.depth
        }

        /// The server itself, for results of Distributed Map.
        init(id: String, account: String) { (requestID, principal, depth) = (id, account, 0) }
    }

    /// What was done.
    let kind: Kind
    /// To which object.
    let place: ObjectPlace
    /// `nil` when the object is gone.
    let row: ObjectRow?
    /// By whom.
    let origin: Origin
    /// When.
    let at: Timestamp
    /// Greater than that of earlier events of the key.
    let sequencer: UInt64

    /// What a rule's target gets.
    func message(for rule: NotificationRule, in bucket: Bucket) -> JSON {
        var object: JSONObject = ["key": .string(Self.encoded(place.key))]
        if let row {
            object["size"] = .integer(Int64(row.size))
            object["eTag"] = .string(row.etag)
        }
        object["sequencer"] = sequence
        let record: JSON = [
            "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": .string(bucket.region),
            "eventTime": .string(at.iso8601), "eventName": .string(kind.rawValue),
            "userIdentity": ["principalId": .string("AWS:\(origin.principal)")],
            "requestParameters": ["sourceIPAddress": "127.0.0.1"],
            "responseElements": [
                "x-amz-request-id": .string(origin.requestID), "x-amz-id-2": .string(origin.requestID),
            ],
            "s3": [
                "s3SchemaVersion": "1.0", "configurationId": .string(rule.id),
                "bucket": [
                    "name": .string(bucket.name),
                    "ownerIdentity": ["principalId": Owner.shape(of: bucket.account)["ID"] ?? ""],
                    "arn": .string(bucket.arn),
                ], "object": .object(object),
            ],
        ]
        return ["Records": [record]]
    }

    /// The type and the detail of the event that EventBridge gets.
    func busEvent(in bucket: Bucket) -> (detailType: String, detail: JSON) {
        var object: JSONObject = ["key": .string(place.key)]
        if let row {
            object["size"] = .integer(Int64(row.size))
            object["etag"] = .string(row.etag)
        }
        object["sequencer"] = sequence
        var detail: JSONObject = [
            "version": "0", "bucket": ["name": .string(bucket.name)], "object": .object(object),
            "request-id": .string(origin.requestID), "requester": .string(origin.principal),
            "source-ip-address": "127.0.0.1", "reason": .string(kind.reason),
        ]
        if kind == .delete { detail["deletion-type"] = "Permanently Deleted" }
        return (kind == .delete ? "Object Deleted" : "Object Created", .object(detail))
    }

    private var sequence: JSON {
        let digits = String(sequencer, radix: 16, uppercase: true)
        return .string(String(repeating: "0", count: max(0, 18 - digits.count)) + digits)
    }

    /// Keys are encoded as in forms: spaces become plus signs.
    private static func encoded(_ key: String) -> String {
        PercentEncoding.encode(key, keeping: "/* ").split(separator: " ", omittingEmptySubsequences: false)
            .joined(separator: "+")
    }
}
