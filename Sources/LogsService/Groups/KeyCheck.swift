import AWSWire
import JSONTree

/// Whether there is a key for a group: its events are not encrypted by it here, but a name that leads nowhere is refused as on AWS.
struct KeyCheck: Sendable {
    /// Reaches KMS.
    let run: LogsService.RunAction

    /// - Throws: `AccessDeniedException`, as AWS says of a key that is not there, is switched off or is not for this.
    func check(_ key: String, for group: String, in context: RequestContext) async throws(ServiceError) {
        var asService = context
        (asService.sender, asService.roleARN) = (nil, nil)
        let metadata: JSON?
        do throws(ServiceError) {
            metadata = try await run("kms", "DescribeKey", ["KeyId": .string(key)], asService).body["KeyMetadata"]
        } catch {
            guard error.status < 500 else { throw error }
            metadata = nil
        }
        guard metadata?["Enabled"] == true else {
            throw ServiceError(
                "AccessDeniedException",
                "The specified KMS key does not exist or is not allowed to be used with Arn '\(group)'")
        }
    }
}
