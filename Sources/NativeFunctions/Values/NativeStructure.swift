import JSONTree

/// A C structure as the manifest describes it, laid out as the C compiler does.
package struct NativeStructure: Sendable, Equatable {
    /// One member.
    package struct Field: Sendable, Equatable {
        /// The key in JSON.
        package var name: String
        /// Its type.
        package var type: NativeType
        /// Where it begins, in bytes.
        package var offset: Int
        /// What a missing member is; `nil` when it must be there.
        package var defaultValue: JSON?
    }
    /// The name the manifest gives it.
    package let name: String
    /// In the order of the declaration.
    package let fields: [Field]
    /// With what the compiler puts behind the last field.
    package let byteCount: Int
    /// In bytes.
    package let alignment: Int

    /// Lays fields out.
    init(name: String, fields: [(name: String, type: NativeType, defaultValue: JSON?)]) {
        var end = 0
        var alignment = 1
        var placed: [Field] = []
        for field in fields {
            let offset = end.aligned(to: field.type.alignment)
            placed.append(Field(name: field.name, type: field.type, offset: offset, defaultValue: field.defaultValue))
            end = offset + field.type.byteCount
            alignment = max(alignment, field.type.alignment)
        }
        self.name = name
        self.fields = placed
        self.alignment = alignment
        byteCount = end.aligned(to: alignment)
    }

    /// The scalars and pointers in it, those of inner structures and arrays counted each.
    var elementCount: Int { fields.reduce(0) { $0 + Self.count($1.type) } }

    private static func count(_ type: NativeType) -> Int {
        switch type {
        case .structure(let structure): structure.elementCount
        case .fixed(let element, let count): Self.count(element) * count
        case .characters(let count): count
        default: 1
        }
    }
}

extension Int {
    /// The next multiple of an alignment.
    func aligned(to alignment: Int) -> Int { (self + alignment - 1) / alignment * alignment }
}
