import AWSWire
import JSONTree

/// What pages of other origins may do with a function's URL.
///
/// Source: Lambda API reference, `Cors`.
struct CORSRules: Sendable {
    /// As it was given.
    let shape: JSON

    /// Takes what a request gives.
    init(_ shape: JSON) { self.shape = shape }

    /// The headers of a reply to a page of an origin; none when the origin is not allowed.
    ///
    /// - Parameter isPreflight: The reply says what may be asked, and not what was.
    func headers(for origin: String, isPreflight: Bool) -> [(name: String, value: String)] {
        let origins = texts("AllowOrigins")
        guard origins.contains("*") || origins.contains(where: { Self.fits(origin, $0) }) else { return [] }
        let allowsCredentials = shape["AllowCredentials"]?.boolValue == true
        let isForAll = origins.contains("*") && !allowsCredentials
        var headers = [(name: "Access-Control-Allow-Origin", value: isForAll ? "*" : origin)]
        if !isForAll { headers.append(("Vary", "Origin")) }
        if allowsCredentials { headers.append(("Access-Control-Allow-Credentials", "true")) }
        func add(_ name: String, _ member: String) {
            let values = texts(member)
            if !values.isEmpty { headers.append((name, values.joined(separator: ","))) }
        }
        if isPreflight {
            add("Access-Control-Allow-Methods", "AllowMethods")
            add("Access-Control-Allow-Headers", "AllowHeaders")
            if let seconds = shape["MaxAge"]?.integerValue {
                headers.append(("Access-Control-Max-Age", String(seconds)))
            }
        } else {
            add("Access-Control-Expose-Headers", "ExposeHeaders")
        }
        return headers
    }

    private func texts(_ member: String) -> [String] { shape[member]?.arrayValue?.compactMap(\.stringValue) ?? [] }

    /// `https://*.example.com` stands for every host below it.
    private static func fits(_ origin: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return origin == pattern }
        return origin.utf8.count > pattern.utf8.count - 1 && origin.hasPrefix(parts[0]) && origin.hasSuffix(parts[1])
    }
}
