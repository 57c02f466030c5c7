/// Limits of HTTP tasks. Source: AWS Step Functions developer guide.
enum HTTPLimits {
    /// From the look-up of the name to the last byte.
    static let timeout = Duration.seconds(60)
    /// What a task may hand on.
    static let responseBytesMax = 262_144
    /// What a cause may have.
    static let causeScalarsMax = 32_768
}
