import JSONTree

/// What a manifest says of a native function: all that is needed to call it, checked.
package struct NativeSignature: Sendable, Equatable {
    /// The function's name in its library.
    package let symbol: String
    /// The library of the package it is in, by file name; `nil` for the package's only one.
    package let library: String?
    /// In the order of the prototype.
    package let parameters: [NativeParameter]
    /// How many parameters the prototype names before `...`; `nil` when it has no `...`.
    package let namedCount: Int?
    /// What comes back.
    package let returns: NativeReturn
    /// May run again after a host crash.
    package let isIdempotent: Bool

    /// States all.
    init(
        symbol: String, library: String?, parameters: [NativeParameter], namedCount: Int?, returns: NativeReturn,
        isIdempotent: Bool
    ) {
        self.symbol = symbol
        self.library = library
        self.parameters = parameters
        self.namedCount = namedCount
        self.returns = returns
        self.isIdempotent = isIdempotent
    }

    /// Reads a declaration: what `NativeSignature.declaration` made of a manifest.
    package init(declaration text: String) throws(NativeLoadFailure) {
        let tree: JSON
        do { tree = try JSON.parse(text) } catch { throw NativeLoadFailure(.badDeclaration, error.message) }
        var problems: [String] = []
        let structures = NativeStructureReader.read(tree["structs"], &problems)
        let signature = NativeSignatureReader.read(tree["native"] ?? .null, structures, &problems)
        guard problems.isEmpty, let signature else {
            throw NativeLoadFailure(.badDeclaration, problems.joined(separator: "\n"))
        }
        self = signature
    }

    /// What a worker is told of a function.
    package static func declaration(_ native: JSON, structures: JSON?) -> String {
        JSON.object(["native": native, "structs": structures ?? .emptyObject]).text
    }
}
