import AWSWire

/// Continuation tokens as S3 refuses them.
extension PageTokens {
    /// Where a page begins; `nil` without a token.
    ///
    /// - Throws: `InvalidArgument` when the token is none of this list's, or over a day old.
    func place(_ token: String?, list: String) throws(ServiceError) -> String? {
        try position(
            token, list: list,
            refusal: .invalidArgument(
                "The continuation token provided is incorrect", "continuation-token", token ?? ""))
    }
}
