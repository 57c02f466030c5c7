/// A Lambda function as requests and tasks name it: `NAME`, `NAME:QUALIFIER`, `ACCOUNT:function:NAME`, or a whole ARN with or without qualifier.
package struct FunctionName: Sendable, Hashable {
    /// The name alone.
    package let name: String
    /// A version, an alias or `$LATEST`, if one was given.
    package let qualifier: String?
    /// Account and region.
    package let territory: Territory
    /// The ARN without qualifier.
    package let arn: String

    /// Letters of the name of a function that is made. Source: Lambda API reference, "CreateFunction".
    package static let createdCountMax = 64

    /// Whether a function could be made by a name alone.
    package static func isCreatable(_ name: String) -> Bool {
        isValid(name.utf8) && name.utf8.count <= createdCountMax
    }

    /// Reads a name.
    ///
    /// - Parameter home: Where a name belongs that is no ARN; without it only ARNs are read.
    /// - Returns: `nil` for what names no function.
    package init?(_ text: String, in home: Territory? = nil) {
        var text = text
        guard let read = text.withUTF8({ Self.read(ColonCursor($0), home) }) else { return nil }
        (name, qualifier, territory) = (read.name, read.qualifier, read.place)
        // Given as an ARN, it is its own.
        arn =
            read.isARN
            ? qualifier.map { String(text.dropLast($0.count + 1)) } ?? text
            : "arn:aws:lambda:\(territory.region):\(territory.account):function:\(name)"
    }

    /// By the ARN, which says all but the qualifier.
    package func hash(into hasher: inout Hasher) { hasher.combine(arn) }

    private static func read(_ text: ColonCursor, _ home: Territory?) -> (
        name: String, qualifier: String?, place: Territory, isARN: Bool
    )? {
        var (whole, short, rest) = (text, text, text)
        var (place, isARN) = (home, false)
        if whole.skip("arn"), whole.next() != nil, whole.skip("lambda"), let region = whole.nextText(),
            let account = whole.nextText(), whole.skip("function")
        {
            (place, isARN, rest) = (Territory(account: account, region: region), true, whole)
        } else if let home, let account = short.nextText(), short.skip("function") {
            (place, rest) = (Territory(account: account, region: home.region), short)
        }
        guard let place else { return nil }
        if rest.isAtLastField {
            let name = rest.rest
            return isValid(name.utf8) ? (name, nil, place, isARN) : nil
        }
        guard let name = rest.next(), isValid(name), rest.isAtLastField else { return nil }
        return (String(decoding: name, as: UTF8.self), rest.rest, place, isARN)
    }

    private static func isValid(_ name: some Collection<UInt8>) -> Bool {
        (1...140).contains(name.count)
            && name.allSatisfy {
                ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || $0 == 0x5F
            }
    }

    /// The ARN with the qualifier it was called by.
    package var fullARN: String { qualifier.map { "\(arn):\($0)" } ?? arn }
}
