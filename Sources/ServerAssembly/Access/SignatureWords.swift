import AWSWire

/// How AWS words what is wrong with a signature; each family of services in its own codes.
struct SignatureWords {
    /// S3 has codes of its own.
    let isS3: Bool

    /// A problem as the refusal of a request.
    func error(_ problem: SignatureProblem) -> ServiceError {
        switch problem {
        case .missing:
            isS3
                ? ServiceError("AccessDenied", "Access Denied", status: 403)
                : ServiceError(
                    "MissingAuthenticationTokenException", "Missing Authentication Token", status: 403,
                    queryCode: "MissingAuthenticationToken")
        case .unknownKey:
            isS3
                ? ServiceError(
                    "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.",
                    status: 403)
                : ServiceError(
                    "UnrecognizedClientException", "The security token included in the request is invalid.",
                    status: 403, queryCode: "InvalidClientTokenId")
        case .incomplete(let message):
            isS3
                ? ServiceError("AuthorizationHeaderMalformed", message)
                : ServiceError(
                    "IncompleteSignatureException", message, status: 403, queryCode: "IncompleteSignature")
        case .mismatch(let message):
            isS3
                ? ServiceError("SignatureDoesNotMatch", message, status: 403)
                : ServiceError(
                    "InvalidSignatureException", message, status: 403, queryCode: "SignatureDoesNotMatch")
        case .stale(let message):
            isS3
                ? ServiceError("RequestTimeTooSkewed", message, status: 403)
                : ServiceError(
                    "InvalidSignatureException", message, status: 403, queryCode: "SignatureDoesNotMatch")
        }
    }
}
