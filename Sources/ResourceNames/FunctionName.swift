/// A Lambda function as requests and tasks name it: `NAME`, `NAME:QUALIFIER`, `ACCOUNT:function:NAME`, or a whole ARN with or without qualifier.
package struct FunctionName: Sendable, Equatable {
    /// The name alone.
    package let name: String
    /// A version, an alias or `$LATEST`, if one was given.
    package let qualifier: String?
    /// Account and region.
    package let territory: Territory
    /// The ARN without qualifier.
    package let arn: String

    /// Reads a name.
    ///
    /// - Parameter home: Where a name belongs that is no ARN; without it only ARNs are read.
    /// - Returns: `nil` for what names no function.
    package init?(_ text: String, in home: Territory? = nil) {
        // On the way of every call: bytes, and no list of parts.
        var text = text
        guard let read = text.withUTF8({ Self.read(Fields($0), home) }) else { return nil }
        (name, qualifier, territory) = (read.name, read.qualifier, read.place)
        guard read.isARN else {
            arn = "arn:aws:lambda:\(territory.region):\(territory.account):function:\(name)"
            return
        }
        // Given as an ARN: it is its own.
        arn = qualifier.map { String(text.dropLast($0.count + 1)) } ?? text
    }

    /// What a text says.
    private typealias Reading = (name: String, qualifier: String?, place: Territory, isARN: Bool)

    private static func read(_ fields: Fields, _ home: Territory?) -> Reading? {
        var fields = fields
        var place = home
        var isARN = false
        if fields.count >= 7, fields.first("arn") {
            isARN = true
            _ = fields.next()
            guard fields.next().elementsEqual("lambda".utf8) else { return nil }
            let region = fields.nextText()
            place = Territory(account: fields.nextText(), region: region)
            guard fields.next().elementsEqual("function".utf8) else { return nil }
        } else if fields.count >= 3, let home, fields.second("function") {
            place = Territory(account: fields.nextText(), region: home.region)
            _ = fields.next()
        }
        guard let place, fields.count <= 2 else { return nil }
        let name = fields.next()
        guard isValid(name) else { return nil }
        return (
            String(decoding: name, as: UTF8.self), fields.count == 1 ? fields.nextText() : nil, place, isARN
        )
    }

    private static func isValid(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        (1...140).contains(name.count)
            && name.allSatisfy {
                ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x2D || $0 == 0x5F
            }
    }

    /// The parts of a text between its colons, taken from the front.
    private struct Fields {
        private var rest: Slice<UnsafeBufferPointer<UInt8>>
        /// How many are left; an empty one counts.
        private(set) var count: Int

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            rest = bytes[...]
            count = bytes.reduce(1) { $1 == 0x3A ? $0 + 1 : $0 }
        }

        /// Takes the next one; empty when none is left.
        mutating func next() -> Slice<UnsafeBufferPointer<UInt8>> {
            let field = rest.prefix { $0 != 0x3A }
            rest = rest[field.endIndex...].dropFirst()
            count -= 1
            return field
        }

        /// Takes the next one as text.
        mutating func nextText() -> String { String(decoding: next(), as: UTF8.self) }

        /// Takes the next one if it is a word.
        mutating func first(_ word: String) -> Bool {
            var ahead = self
            guard ahead.next().elementsEqual(word.utf8) else { return false }
            self = ahead
            return true
        }

        /// Whether the one after the next is a word.
        func second(_ word: String) -> Bool {
            var ahead = self
            _ = ahead.next()
            return ahead.next().elementsEqual(word.utf8)
        }
    }

    /// The ARN with the qualifier it was called by.
    package var fullARN: String { qualifier.map { "\(arn):\($0)" } ?? arn }
}
