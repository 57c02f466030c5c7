/// The account and region a request or a resource belongs to.
package struct Territory: Sendable, Hashable {
    /// Twelve digits.
    package let account: String
    /// `us-east-1` …
    package let region: String

    /// Names an account in a region.
    package init(account: String, region: String) {
        self.account = account
        self.region = region
    }
}
