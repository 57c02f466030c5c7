import AWSWire
import ResourceNames

/// The role a machine runs as.
enum RoleARN {
    /// - Throws: `InvalidArn` when it is no role; `AccessDeniedException` when it is another account's.
    static func check(_ text: String, account: String) throws(ServiceError) -> String {
        guard let arn = ARN(text), arn.service == "iam", arn.resource.hasPrefix("role/"), arn.resource.utf8.count > 5
        else {
            throw ServiceError("InvalidArn", "Invalid Role Arn: '\(text)'")
        }
        guard arn.account == account else {
            throw ServiceError("AccessDeniedException", "Cross-account pass role is not allowed.")
        }
        return text
    }
}
