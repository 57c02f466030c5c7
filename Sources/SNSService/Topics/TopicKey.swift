import AWSWire
import AccessPolicies
import ResourceNames

/// What tells topics apart: account, region and name.
struct TopicKey: Sendable, Hashable {
    let account: String
    let region: String
    let name: String

    /// Names one.
    init(account: String, region: String, name: String) {
        self.account = account
        self.region = region
        self.name = name
    }

    /// Reads `arn:aws:sns:REGION:ACCOUNT:NAME`.
    init(arn text: String, parameter: String = "TopicArn") throws(ServiceError) {
        let count = text.split(separator: ":", omittingEmptySubsequences: false).count
        guard count >= 6 else {
            throw .invalid("\(parameter) Reason: An ARN must have at least 6 elements, not \(count)")
        }
        guard let arn = ARN(text), arn.service == "sns", !arn.region.isEmpty, !arn.account.isEmpty,
            arn.resourceParts.count == 1
        else {
            throw .invalid(parameter)
        }
        self.init(account: arn.account, region: arn.region, name: arn.resource)
    }

    /// The ARN.
    var arn: String { "arn:aws:sns:\(region):\(account):\(name)" }

    /// The key of the topic's row in the store.
    var storeKey: String { "\(account):\(region):\(name)" }

    /// The name says that order matters.
    var isFIFO: Bool { name.hasSuffix(".fifo") }

    /// Account and region.
    var territory: Territory { Territory(account: account, region: region) }

    /// Who asks when a topic delivers.
    var asService: Sender { Sender(caller: .service("sns.amazonaws.com"), sourceARN: arn) }

    /// Checks the name of a topic to be created.
    static func check(name: String, isFIFO: Bool) throws(ServiceError) {
        let stem = isFIFO ? name.dropLast(name.hasSuffix(".fifo") ? 5 : 0) : name[...]
        let isWord = stem.utf8.allSatisfy(isNameByte)
        let isFit = isWord && !stem.isEmpty && name.utf8.count <= Limits.topicNameMax
        guard isFit, !isFIFO || name.hasSuffix(".fifo") else {
            throw .invalid(
                isFIFO
                    ? "Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase "
                        + "ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long."
                    : "Topic Name")
        }
    }

    /// Whether a byte may stand in a name: a letter, a digit, a hyphen or an underscore.
    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}
