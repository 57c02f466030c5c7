/// A declaration at the top of a file or directly in a type.
struct Declaration: Sendable {
    /// What is declared.
    enum Kind: String, Sendable, CaseIterable {
        case `struct`, `class`, `enum`, actor, `protocol`, `extension`, `typealias`, `func`, `var`, `let`, `init`,
            `subscript`, `case`, macro

        /// Whether what stands in its braces are members.
        var isType: Bool { [.struct, .class, .enum, .actor, .protocol, .extension].contains(self) }
    }

    /// What is declared.
    let kind: Kind
    /// Its name; what is extended for an extension.
    let name: String
    /// Where it stands, counted from 0.
    let line: Int
    /// How many types it is in.
    let depth: Int
    /// Whether it, or a type it is in, is private to the file.
    let isPrivate: Bool
    /// Whether it overrides, or a type it is in promises requirements that it may meet: then its document may be the requirement's.
    let mayInheritDocument: Bool

    /// Declarations of a file in the order in which they stand; what is inside bodies is left out.
    static func all(in file: SourceFile) -> [Declaration] {
        var scan = DeclarationScan(file)
        return scan.run()
    }
}
