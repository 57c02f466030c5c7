/// What must be known of a service to call it over awsJson.
struct KnownService: Sendable {
    /// In resources: `aws-sdk:secretsmanager`.
    let resource: String
    /// Under which plugins call it, and what requests are signed for.
    let name: String
    /// What error names begin with.
    let title: String
    /// `1.0` or `1.1`.
    let version: String
    /// What `X-Amz-Target` begins with.
    let targetPrefix: String
    /// Its API writes member names with a small first letter.
    var hasSmallNames = false
}
