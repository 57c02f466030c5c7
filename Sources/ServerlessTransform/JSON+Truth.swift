import JSONTree

extension JSON {
    /// Whether a flag is set; an intrinsic function counts as set, as only CloudFormation can tell.
    var isTruthy: Bool {
        switch self {
        case .null, .bool(false), "false", "": false
        default: true
        }
    }
}
