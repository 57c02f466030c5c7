import AWSWire
import JSONTree

/// The policy of a key: which accounts may seal data under it. Its one name is `default`.
enum KeyPolicy {
    /// The name of every policy.
    static let name = "default"

    /// What a key has when nobody gave it one: its account may do everything. Source: developer guide, "Default key policy".
    static func standard(_ account: String) -> String {
        let policy: JSON = [
            "Version": "2012-10-17", "Id": "key-default-1",
            "Statement": [
                [
                    "Sid": "Enable IAM User Permissions", "Effect": "Allow",
                    "Principal": ["AWS": .string("arn:aws:iam::\(account):root")], "Action": "kms:*", "Resource": "*",
                ]
            ],
        ]
        return policy.text
    }

    /// The policy a request gives; `nil` when it gives none.
    ///
    /// - Throws: `MalformedPolicyDocumentException` for what is no policy document, or locks the account out that has the key.
    static func given(by request: ActionInput, of account: String) throws(ServiceError) -> String? {
        guard let text = try checked(request.text("Policy")) else { return nil }
        guard try request.flag("BypassPolicyLockoutSafetyCheck") || admits(account, to: "kms:PutKeyPolicy", under: text)
        else {
            throw ServiceError(
                "MalformedPolicyDocumentException",
                "The new key policy will not allow you to update the key policy in the future.")
        }
        return text
    }

    private static func checked(_ text: String?) throws(ServiceError) -> String? {
        guard let text else { return nil }
        guard text.utf8.count <= Limits.policyBytesMax else {
            throw ServiceError(
                "LimitExceededException", "A key policy has at most \(Limits.policyBytesMax) bytes.")
        }
        // Which character is wrong is not told by AWS either.
        guard let document = try? JSON.parse(Array(text.utf8)), document["Statement"] != nil else {
            throw ServiceError(
                "MalformedPolicyDocumentException", "The new key policy is not a JSON document with a Statement.")
        }
        return text
    }

    /// Refuses another name than the one there is.
    static func checkName(_ request: ActionInput) throws(ServiceError) {
        guard try request.text("PolicyName") ?? name == name else { throw .notFound("No such policy exists") }
    }
}
