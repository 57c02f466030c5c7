/// No value: as an input it takes any event and looks at none of it, as an output it is `null`.
public struct NoValue: Codable, Sendable {
    /// No value.
    public init() {}
    /// Whatever there is.
    public init(from decoder: any Decoder) {}
    /// Says `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encodeNil()
    }
}
