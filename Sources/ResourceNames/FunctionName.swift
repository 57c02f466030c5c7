/// A Lambda function as requests and tasks name it: `NAME`, `NAME:QUALIFIER`, `ACCOUNT:function:NAME`, or a whole ARN with or without qualifier.
package struct FunctionName: Sendable, Equatable {
    /// The name alone.
    package let name: String
    /// A version, an alias or `$LATEST`, if one was given.
    package let qualifier: String?
    /// Account and region.
    package let territory: Territory
    private let partition: String

    /// Reads a name.
    ///
    /// - Parameter home: Where a name belongs that is no ARN; without it only ARNs are read.
    /// - Returns: `nil` for what names no function.
    package init?(_ text: String, in home: Territory? = nil) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
        var place = home
        var partition = "aws"
        if parts.count >= 7, parts[0] == "arn" {
            guard parts[2] == "lambda", parts[5] == "function" else { return nil }
            partition = String(parts[1])
            place = Territory(account: String(parts[4]), region: String(parts[3]))
            parts = parts.dropFirst(6)
        } else if parts.count >= 3, parts[1] == "function", let home {
            place = Territory(account: String(parts[0]), region: home.region)
            parts = parts.dropFirst(2)
        }
        guard let place, let name = parts.first, parts.count <= 2, Self.isValid(name) else { return nil }
        self.name = String(name)
        qualifier = parts.count == 2 ? parts.last.map(String.init) : nil
        territory = place
        self.partition = partition
    }

    private static func isValid(_ name: Substring) -> Bool {
        (1...140).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || $0 == 0x5F
            }
    }

    /// The ARN without qualifier.
    package var arn: String {
        "arn:\(partition):lambda:\(territory.region):\(territory.account):function:\(name)"
    }

    /// The ARN with the qualifier it was called by.
    package var fullARN: String { qualifier.map { "\(arn):\($0)" } ?? arn }
}
