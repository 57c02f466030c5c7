import AWSWire
import ResourceNames

/// What tells queues apart: account, region and name.
struct QueueKey: Sendable, Hashable {
    let account: String
    let region: String
    let name: String

    /// Names one.
    init(account: String, region: String, name: String) {
        self.account = account
        self.region = region
        self.name = name
    }

    /// Reads a queue URL: any that ends in `/ACCOUNT/NAME`. The region is that of a host `sqs.REGION.…`, else the request's.
    init(url: String, in context: RequestContext) throws(ServiceError) {
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, let name = parts.last, !name.isEmpty, Self.isAccount(parts[parts.count - 2]) else {
            throw ServiceError("InvalidAddress", "The address \(url) is not valid for this endpoint.", status: 404)
        }
        let host = parts.count > 3 && parts[1].isEmpty ? parts[2] : ""
        self.init(
            account: String(parts[parts.count - 2]), region: Self.region(ofHost: host) ?? context.territory.region,
            name: String(name))
    }

    /// Reads `arn:aws:sqs:REGION:ACCOUNT:NAME`; `nil` for anything else.
    init?(arn text: String) {
        guard let arn = ARN(text), arn.service == "sqs", !arn.region.isEmpty, Self.isAccount(arn.account[...]) else {
            return nil
        }
        self.init(account: arn.account, region: arn.region, name: arn.resource)
    }

    /// The ARN.
    var arn: String { "arn:aws:sqs:\(region):\(account):\(name)" }

    /// The key of the queue's row in the store; `ACCOUNT:REGION:` is the prefix of all queues of a territory.
    var storeKey: String { "\(account):\(region):\(name)" }

    /// The name says that order matters.
    var isFIFO: Bool { name.hasSuffix(".fifo") }

    /// The URL a client is given.
    func url(in context: RequestContext) -> String { "\(context.endpoint)/\(account)/\(name)" }

    /// Checks the name of a queue to be created.
    static func check(name: String) throws(ServiceError) {
        let stem = name.hasSuffix(".fifo") ? name.dropLast(5) : name[...]
        let isWord = stem.utf8.allSatisfy(isNameByte)
        guard isWord, !stem.isEmpty, name.utf8.count <= Limits.queueNameMax else {
            throw .invalidValue("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length")
        }
    }

    /// Whether a byte may stand in a name: a letter, a digit, a hyphen or an underscore.
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }

    private static func isAccount(_ text: Substring) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private static func region(ofHost host: Substring) -> String? {
        let labels = host.split(separator: ".")
        guard labels.count >= 3, labels[0] == "sqs", labels[1].contains("-"), let last = labels[1].utf8.last,
            last >= 0x30, last <= 0x39
        else { return nil }
        return String(labels[1])
    }
}
