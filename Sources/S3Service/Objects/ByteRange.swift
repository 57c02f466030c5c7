import AWSWire
import JSONTree

/// The `Range` header: one range of bytes.
///
/// Source: RFC 9110, 14.1.2. Several ranges, other units and what is malformed are passed over, as in S3.
enum ByteRange {
    /// The bytes asked for.
    ///
    /// - Returns: `nil` when the whole is asked for.
    /// - Throws: `InvalidRange` when the object does not reach so far.
    static func of(_ header: String?, size: Int) throws(ServiceError) -> Range<Int>? {
        guard let header, header.hasPrefix("bytes=") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, !(ends[0].isEmpty && ends[1].isEmpty) else { return nil }
        guard let first = number(ends[0], or: -1), let last = number(ends[1], or: .max) else { return nil }
        if first < 0 {
            guard last > 0, size > 0 else { throw unsatisfiable(header, size) }
            return max(0, size - last)..<size
        }
        guard last >= first else { return nil }
        guard first < size else { throw unsatisfiable(header, size) }
        return first..<min(size, last == .max ? size : last + 1)
    }

    /// `bytes 0-9/100`.
    static func text(_ range: Range<Int>, of size: Int) -> String {
        "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
    }

    private static func number(_ text: Substring, or absent: Int) -> Int? {
        if text.isEmpty { return absent }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text) ?? .max
    }

    private static func unsatisfiable(_ header: String, _ size: Int) -> ServiceError {
        ServiceError(
            "InvalidRange", "The requested range is not satisfiable", status: 416,
            members: [("RangeRequested", .string(header)), ("ActualObjectSize", .integer(Int64(size)))])
    }
}
