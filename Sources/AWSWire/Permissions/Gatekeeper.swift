import JSONTree

/// Asked before every action: who asks, and may they.
package protocol Gatekeeper: Sendable {
    /// Who sent a request; `nil` for somebody no policy speaks of: the owner of the machine.
    ///
    /// - Parameter isS3: S3 refuses in codes of its own.
    /// - Throws: AWS's refusal of what is not signed as it must be.
    func sender(of request: WireRequest, _ scope: CredentialScope?, isS3: Bool) throws(ServiceError) -> Sender?

    /// Lets an action pass.
    ///
    /// - Throws: AWS's refusal, which names caller, action and resource.
    func admit(
        _ action: String, of service: String, _ input: JSON, in context: RequestContext
    ) throws(ServiceError)
}
