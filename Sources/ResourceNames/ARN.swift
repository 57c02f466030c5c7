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
    package init?(_ text: some StringProtocol) { self.init(String(text)) }

    /// Reads a name; `nil` when it is not one.
    package init?(_ text: String) {
        var text = text
        guard let arn = text.withUTF8({ Self(utf8: $0) }) else { return nil }
        self = arn
    }

    private init?(utf8: UnsafeBufferPointer<UInt8>) {
        var cursor = ColonCursor(utf8)
        guard cursor.skip("arn"), let partition = cursor.nextText(), let service = cursor.nextText(),
            let region = cursor.next(),
            let account = cursor.next()
        else { return nil }
        let resource = cursor.rest
        guard !resource.isEmpty else { return nil }
        self.init(
            partition: partition, service: service, region: String(decoding: region, as: UTF8.self),
            account: String(decoding: account, as: UTF8.self), resource: resource)
    }

    /// The whole name as text.
    package var text: String { "arn:\(partition):\(service):\(region):\(account):\(resource)" }

    /// The resource cut at its colons.
    package var resourceParts: [Substring] {
        resource.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { Substring($0) }
    }
}
