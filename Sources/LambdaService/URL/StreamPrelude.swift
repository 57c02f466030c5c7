import JSONTree

/// The beginning of a streamed answer to HTTP: a JSON object with status, headers and cookies, eight zero bytes, then the body. Or the body at once.
///
/// AWS tells them apart by the type `application/vnd.awslambda.http-integration-response` that the runtime names. Here the eight bytes do, since handlers
/// that are libraries name no type: text does not have them.
struct StreamPrelude: Sendable {
    /// Bytes of the object, at most.
    private static let bytesMax = 64 << 10
    private static let mark = [UInt8](repeating: 0, count: 8)
    /// What was written and not decided about.
    private(set) var rest: [UInt8] = []

    /// Nothing has been written.
    init() {}

    /// Takes what was written next.
    ///
    /// - Returns: The object, if there is one, and what follows it; `nil` while that is open.
    mutating func take(_ bytes: [UInt8]) -> (prelude: JSON?, rest: [UInt8])? {
        rest += bytes
        guard rest.first == UInt8(ascii: "{") else { return (nil, rest) }
        guard let end = Self.end(of: rest) else {
            let isOpen = rest.count <= Self.bytesMax && !rest.contains(0)
            return isOpen ? nil : (nil, rest)
        }
        let mark = rest[end...].prefix(Self.mark.count)
        guard Self.mark.starts(with: mark) else { return (nil, rest) }
        guard mark.count == Self.mark.count else { return nil }
        guard let prelude = try? JSON.parse(Array(rest[..<end])) else { return (nil, rest) }
        return (prelude, Array(rest[(end + Self.mark.count)...]))
    }

    /// Where the object ends that the bytes begin with; `nil` while it has not.
    private static func end(of bytes: [UInt8]) -> Int? {
        var (depth, isText, isEscaped) = (0, false, false)
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isText
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "{") where !isText: depth += 1
            case UInt8(ascii: "}") where !isText:
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
        }
        return nil
    }
}
