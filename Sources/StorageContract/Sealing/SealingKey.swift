/// Under which key something is sealed, as its owner was told.
package struct SealingKey: Sendable, Hashable {
    /// A key id, an alias, or the ARN of either.
    package let keyID: String
    /// The ARN of what is sealed under it: part of the encryption context, and where names are looked up.
    package let resource: String
    /// How long one data key is used, in seconds.
    package let reuseSeconds: Int

    /// Names a key.
    package init(keyID: String, resource: String, reuseSeconds: Int) {
        self.keyID = keyID
        self.resource = resource
        self.reuseSeconds = reuseSeconds
    }
}
