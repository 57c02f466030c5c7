/// The name of a managed policy, taken out of its ARN.
struct PolicyName {
    /// The whole ARN.
    let arn: String
    /// Without its path.
    let name: String
    /// `/` or `/service-role/`.
    let path: String

    /// Reads `arn:aws:iam::ACCOUNT:policy/PATH/NAME`; any text has a name.
    init(arn: String) {
        self.arn = arn
        let parts = arn.split(separator: "/", omittingEmptySubsequences: false)
        name = String(parts.last ?? "")
        path = parts.count > 2 ? "/\(parts[1..<(parts.count - 1)].joined(separator: "/"))/" : "/"
    }
}
