/// Where sealed bytes lie. Part of what is authenticated: sealed bytes that were moved do not open.
package enum SealedPlace: Sendable {
    case record(ExecutionKey, sequence: Int64)
    case row(ExecutionKey)
    case snapshot(ExecutionKey)
    case inbox(ExecutionKey)
    /// A page of items of a Map Run.
    case items(ExecutionKey, page: String)
    case definition(sha256: [UInt8])

    /// A text that no other place has.
    package var text: String {
        switch self {
        case .record(let key, let sequence): "record/\(Self.name(key))/\(sequence)"
        case .row(let key): "row/\(Self.name(key))"
        case .snapshot(let key): "snapshot/\(Self.name(key))"
        case .inbox(let key): "inbox/\(Self.name(key))"
        case .items(let key, let page): "items/\(Self.name(key))/\(page)"
        case .definition(let sha256): "definition/\(sha256.map { String($0, radix: 16) }.joined(separator: "."))"
        }
    }

    private static func name(_ key: ExecutionKey) -> String {
        "\(String(key.high, radix: 16)).\(String(key.low, radix: 16))"
    }
}
