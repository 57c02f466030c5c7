/// Knows connections by their ARNs: a file, or a service that keeps them.
package protocol ConnectionSource: Sendable {
    /// The connection that an ARN names; `nil` when this source does not know it.
    ///
    /// - Throws: `ConnectionError` when it knows the connection and cannot hand it out.
    func connection(_ arn: String) async throws(ConnectionError) -> Connection?
}
