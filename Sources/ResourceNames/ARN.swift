/// An Amazon Resource Name taken apart: `arn:partition:service:region:account:resource`.
package struct ARN: Sendable, Hashable {
    /// `aws`, `aws-cn`, `aws-us-gov`.
    package let partition: String
    /// `states`, `lambda`, `sqs` …
    package let service: String
    /// Empty for global services and optimised integrations.
    package let region: String
    /// Twelve digits, or empty.
    package let account: String
    /// All that follows the fifth colon, colons included; never empty.
    package let resource: String

    /// Puts a name together.
    package init(partition: String = "aws", service: String, region: String, account: String, resource: String) {
        self.partition = partition
        self.service = service
        self.region = region
        self.account = account
        self.resource = resource
    }

    /// Reads a name; `nil` when it is not one. Only the frame is checked: each kind of ARN has a type with its own
    /// rules.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty, !parts[5].isEmpty else {
            return nil
        }
        self.init(
            partition: String(parts[1]), service: String(parts[2]), region: String(parts[3]), account: String(parts[4]),
            resource: String(parts[5]))
    }

    /// The whole name as text.
    package var text: String { "arn:\(partition):\(service):\(region):\(account):\(resource)" }

    /// The resource cut at its colons.
    package var resourceParts: [Substring] { resource.split(separator: ":", omittingEmptySubsequences: false) }
}
