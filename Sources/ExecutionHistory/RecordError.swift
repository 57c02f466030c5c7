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
        /// It is to be folded again, but an earlier build compacted it: its inputs are gone.
        case compacted
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

extension RecordError: CustomStringConvertible {
    package var description: String {
        switch code {
        case .torn: "it ends at byte \(offset), too early or too late"
        case .damaged: "its checksum does not match"
        case .unknownVersion: "its format is not one this version reads"
        case .malformed: "byte \(offset) has no meaning"
        case .compacted:
            "an earlier version shortened it: its events are there, its inputs are gone, so it cannot be replayed"
        }
    }
}
