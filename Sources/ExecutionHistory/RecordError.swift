/// Why the bytes of a record cannot be read.
package struct RecordError: Error, Sendable, Equatable {
    /// What is wrong.
    package enum Code: Sendable, Equatable {
        /// The bytes end early, or more follow.
        case torn
        /// The checksum does not match.
        case damaged
        /// The format version is not one this build reads.
        case unknownVersion
        /// The checksum matches, but a field has no meaning.
        case malformed
    }

    /// What is wrong.
    package let code: Code
    /// Where in the bytes it was noticed.
    package let offset: Int

    /// Says what is wrong, and where.
    package init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }
}
