import Digests
import JSONTree

/// Reads CBOR into the JSON form of an action's shapes: byte strings become base64, instants numbers.
///
/// Source: RFC 8949; Smithy, "RPC v2 CBOR protocol", "Shape serialization".
struct CBORReader {
    /// What stands in a body that is not CBOR, or not CBOR of this protocol.
    struct Problem: Error {
        /// Where, in bytes from the start, and what.
        let message: String
    }

    private static let depthMax = 64
    private let bytes: [UInt8]
    private var place = 0

    /// Reads a body that holds one value.
    static func read(_ bytes: [UInt8]) throws(Problem) -> JSON {
        var reader = CBORReader(bytes)
        let value = try reader.value(0)
        guard reader.place == bytes.count else { throw reader.problem("something follows the value") }
        return value
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(_ depth: Int) throws(Problem) -> JSON {
        guard depth < Self.depthMax else { throw problem("values are nested too deep") }
        let head = try byte()
        let kind = head >> 5
        switch kind {
        case 0: return Self.number(try argument(head), isNegative: false)
        case 1: return Self.number(try argument(head), isNegative: true)
        case 2: return .string(Base64.encode(try text(head, kind)))
        case 3: return .string(try string(head))
        case 4: return try list(head, depth)
        case 5: return try map(head, depth)
        case 6:
            let tag = try argument(head)
            guard tag != 2, tag != 3 else { throw problem("numbers beyond 64 bits are not taken") }
            // Tag 1 is an instant: seconds since 1970. Others say nothing that counts here.
            return try value(depth + 1)
        default: return try simple(head)
        }
    }

    private mutating func list(_ head: UInt8, _ depth: Int) throws(Problem) -> JSON {
        var items: [JSON] = []
        if head & 31 == 31 {
            while try !takesBreak() { items.append(try value(depth + 1)) }
            return .array(items)
        }
        let count = try argument(head)
        // Each item takes a byte at least: a count beyond that is a lie.
        guard count <= UInt64(bytes.count - place) else { throw problem("a list is longer than the body") }
        items.reserveCapacity(Int(count))
        for _ in 0..<count { items.append(try value(depth + 1)) }
        return .array(items)
    }

    private mutating func map(_ head: UInt8, _ depth: Int) throws(Problem) -> JSON {
        var members: [(String, JSON)] = []
        var left = head & 31 == 31 ? UInt64.max : try argument(head)
        guard left == .max || left <= UInt64(bytes.count - place) / 2 else {
            throw problem("a map is longer than the body")
        }
        while left > 0 {
            if head & 31 == 31, try takesBreak() { break }
            let keyHead = try byte()
            guard keyHead >> 5 == 3 else { throw problem("the key of a map is no text") }
            members.append((try string(keyHead), try value(depth + 1)))
            left -= 1
        }
        return .object(JSONObject(members))
    }

    private mutating func string(_ head: UInt8) throws(Problem) -> String {
        guard let text = String(validating: try text(head, 3), as: UTF8.self) else {
            throw problem("a text is not UTF-8")
        }
        return text
    }

    /// The bytes of a text or byte string, which may come in pieces.
    private mutating func text(_ head: UInt8, _ kind: UInt8) throws(Problem) -> [UInt8] {
        guard head & 31 == 31 else { return Array(try take(argument(head))) }
        var all: [UInt8] = []
        while try !takesBreak() {
            let piece = try byte()
            guard piece >> 5 == kind, piece & 31 != 31 else {
                throw problem("a piece is of another kind than its text")
            }
            all += try take(argument(piece))
        }
        return all
    }

    private mutating func simple(_ head: UInt8) throws(Problem) -> JSON {
        switch head & 31 {
        case 20: return .bool(false)
        case 21: return .bool(true)
        case 22, 23: return .null
        case 25: return Self.fraction(Double(Float16(bitPattern: UInt16(truncatingIfNeeded: try unsigned(2)))))
        case 26: return Self.fraction(Double(Float(bitPattern: UInt32(truncatingIfNeeded: try unsigned(4)))))
        case 27: return Self.fraction(Double(bitPattern: try unsigned(8)))
        default: throw problem("a value of a kind that is not used")
        }
    }

    /// Whole numbers stay such; what JSON has no number for is text, as in awsJson.
    private static func fraction(_ value: Double) -> JSON {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        return value == value.rounded() && abs(value) < 9e15 ? .integer(Int64(value)) : .double(value)
    }

    private static func number(_ magnitude: UInt64, isNegative: Bool) -> JSON {
        guard let value = Int64(exactly: magnitude) else {
            return .double(isNegative ? -1 - Double(magnitude) : Double(magnitude))
        }
        return .integer(isNegative ? -1 - value : value)
    }

    /// The number in a head, or behind it.
    private mutating func argument(_ head: UInt8) throws(Problem) -> UInt64 {
        switch head & 31 {
        case let small where small < 24: return UInt64(small)
        case 24: return try unsigned(1)
        case 25: return try unsigned(2)
        case 26: return try unsigned(4)
        case 27: return try unsigned(8)
        default: throw problem("a head that is not used")
        }
    }

    private mutating func unsigned(_ count: Int) throws(Problem) -> UInt64 {
        try take(UInt64(count)).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func take(_ count: UInt64) throws(Problem) -> ArraySlice<UInt8> {
        guard count <= UInt64(bytes.count - place) else { throw problem("the body ends too early") }
        defer { place += Int(count) }
        return bytes[place..<place + Int(count)]
    }

    private mutating func byte() throws(Problem) -> UInt8 {
        guard place < bytes.count else { throw problem("the body ends too early") }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func takesBreak() throws(Problem) -> Bool {
        guard place < bytes.count else { throw problem("the body ends too early") }
        guard bytes[place] == 0xFF else { return false }
        place += 1
        return true
    }

    private func problem(_ what: String) -> Problem { Problem(message: "\(what), at byte \(place)") }
}
