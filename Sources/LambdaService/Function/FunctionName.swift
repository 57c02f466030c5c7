import AWSWire
import ResourceNames

/// A function as requests name it: `NAME`, `NAME:QUALIFIER`, `ACCOUNT:function:NAME`, or a whole ARN with or without qualifier.
struct FunctionName: Equatable {
    let territory: Territory
    let name: String
    let qualifier: String?

    /// - Throws: `ValidationException` for what is no function name.
    init(_ text: String, in territory: Territory) throws(ServiceError) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var place = territory
        if parts.count >= 7, parts[0] == "arn", parts[2] == "lambda", parts[5] == "function" {
            place = Territory(account: parts[4], region: parts[3])
            parts.removeFirst(6)
        } else if parts.count >= 3, parts[1] == "function" {
            place = Territory(account: parts[0], region: territory.region)
            parts.removeFirst(2)
        }
        guard (1...2).contains(parts.count), Self.isValid(parts[0]) else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(text)' at 'functionName' failed to satisfy constraint: "
                    + "Member must satisfy regular expression pattern: "
                    + "(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"
            )
        }
        self.territory = place
        name = parts[0]
        qualifier = parts.count == 2 ? parts[1] : nil
    }

    private static func isValid(_ name: String) -> Bool {
        (1...140).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || $0 == 0x5F
            }
    }

    /// The ARN, qualified if the name was.
    var arn: String { FunctionRecord.arn(name, in: territory) + (qualifier.map { ":\($0)" } ?? "") }
}
