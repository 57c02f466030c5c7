import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// Whether a group may be sealed with a key: its events are not encrypted by it here, but a key that AWS would refuse is refused.
struct KeyCheck: Sendable {
    /// Reaches KMS.
    let run: LogsService.RunAction

    /// - Throws: `AccessDeniedException`, as AWS says of a key that is not there, is switched off or does not let CloudWatch Logs use it for this group.
    func check(_ key: String, for group: GroupKey, in context: RequestContext) async throws(ServiceError) {
        var asService = context
        (asService.sender, asService.roleARN) = (nil, nil)
        guard let metadata = try await answer("DescribeKey", ["KeyId": .string(key)], asService)["KeyMetadata"],
            metadata["Enabled"] == true, let arn = metadata["Arn"]?.stringValue,
            let text = try await answer("GetKeyPolicy", ["KeyId": .string(arn)], asService)["Policy"]?.stringValue,
            let policy = try? PolicyDocument(text, kind: .resource), Self.admits(policy, key: arn, group)
        else {
            throw ServiceError(
                "AccessDeniedException",
                "The specified KMS key does not exist or is not allowed to be used with Arn '\(group.arn)'")
        }
    }

    /// What KMS says; nothing when it refuses.
    private func answer(_ action: String, _ input: JSON, _ context: RequestContext) async throws(ServiceError) -> JSON {
        do throws(ServiceError) {
            return try await run("kms", action, input, context).body
        } catch {
            guard error.status < 500 else { throw error }
            return .null
        }
    }

    /// Whether CloudWatch Logs may seal a group's events: its account alone is not enough.
    ///
    /// Source: CloudWatch Logs user guide, "Encrypt log data in CloudWatch Logs using AWS Key Management Service". Which of the actions named there AWS tries
    /// is not told: one that seals is enough.
    private static func admits(_ policy: PolicyDocument, key: String, _ group: GroupKey) -> Bool {
        for name in ["logs.\(group.territory.region).amazonaws.com", "logs.amazonaws.com"] {
            for action in ["kms:Encrypt", "kms:GenerateDataKey"] {
                var request = AccessRequest(
                    caller: .service(name), action: action, resource: key, resourceAccount: group.territory.account)
                request["kms:EncryptionContext:aws:logs:arn"] = [group.arn]
                request["aws:SourceArn"] = [group.arn]
                request["aws:SourceAccount"] = [group.territory.account]
                if PolicySet(resource: policy).decide(request).isAllowed { return true }
            }
        }
        return false
    }
}
