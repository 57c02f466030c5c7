/// Why a package or library is refused before it is loaded.
package struct PackageProblem: Error, Sendable, Equatable {
    /// The kinds of reasons.
    package enum Code: Sendable {
        /// No zip, or a damaged one, or one with an entry that must not be.
        case badArchive
        /// Larger than allowed, packed or unpacked.
        case tooLarge
        /// `plugin.json` is missing or breaks the rules.
        case badManifest
        /// A library is no shared library for this machine, or is damaged.
        case badLibrary
        /// It is sound but does not export the entry function.
        case noPlugin
        /// It does not come up far enough to say what it offers.
        case notDescribable
        /// Nobody trusted has signed it, and somebody must have.
        case unsigned
        /// It is not what was signed.
        case badSignature
        /// Nothing on this machine runs functions of its runtime.
        case noRuntime
        /// The call its manifest asks for fails or is late.
        case failedProbe
        /// There is no such package, or no such build of it.
        case noBuild
        /// The file system failed.
        case fileSystem
    }
    package var code: Code
    /// For people.
    package var message: String

    /// A problem of a kind with words for people.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
