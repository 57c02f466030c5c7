import JSONTree

/// Reads a manifest's `structs`: arrays of fields in the order of the C declaration.
package struct NativeStructureReader {
    private let tree: JSONObject
    private var structures: [String: NativeStructure] = [:]
    private var failed: Set<String> = []
    private var problems: [String] = []

    /// All structures that are sound; what is wrong with the others is added to `problems`.
    package static func read(_ tree: JSON?, _ problems: inout [String]) -> [String: NativeStructure] {
        guard let tree else { return [:] }
        guard let object = tree.objectValue, object.count <= NativeLimits.structuresMax else {
            problems.append("structs must be an object of at most \(NativeLimits.structuresMax) structures")
            return [:]
        }
        var reader = Self(tree: object)
        for name in object.keys { reader.read(name, inside: []) }
        problems += reader.problems
        return reader.structures
    }

    private init(tree: JSONObject) { self.tree = tree }

    /// Reads a structure and before it those its fields name.
    private mutating func read(_ name: String, inside outer: [String]) {
        guard structures[name] == nil, !failed.contains(name), let definition = tree[name] else { return }
        guard !outer.contains(name) else {
            failed.insert(name)
            return note("structs.\(name): it holds itself (\((outer + [name]).joined(separator: " > ")))")
        }
        let place = "structs.\(name)"
        let before = problems.count
        if !Self.isName(name) || NativeScalar(named: name) != nil || Self.reserved.contains(name) {
            note("\(place): this cannot be the name of a structure")
        }
        if outer.count >= NativeLimits.depthMax { note("\(place): more than \(NativeLimits.depthMax) structures deep") }
        guard let items = definition.arrayValue, !items.isEmpty, items.count <= NativeLimits.fieldsMax else {
            failed.insert(name)
            return note("\(place) must be an array of 1 to \(NativeLimits.fieldsMax) fields")
        }
        var fields: [(name: String, type: NativeType, defaultValue: JSON?)] = []
        for (index, item) in items.enumerated() {
            guard let field = field(item, "\(place)[\(index)]", outer + [name]) else { continue }
            if fields.contains(where: { $0.name == field.name }) {
                note("\(place): two fields are named \(field.name)")
            }
            fields.append(field)
        }
        guard problems.count == before, fields.count == items.count, !failed.contains(name) else {
            failed.insert(name)
            return
        }
        let structure = NativeStructure(name: name, fields: fields)
        guard structure.byteCount <= NativeLimits.structureBytesMax else {
            failed.insert(name)
            return note(
                "\(place) has \(structure.byteCount) bytes, at most \(NativeLimits.structureBytesMax) are allowed")
        }
        structures[name] = structure
    }

    private mutating func field(
        _ item: JSON, _ place: String, _ outer: [String]
    ) -> (name: String, type: NativeType, defaultValue: JSON?)? {
        guard let object = item.objectValue, let name = object["name"]?.stringValue, !name.isEmpty,
            let type = object["type"]?.stringValue
        else {
            note("\(place) must have a name and a type")
            return nil
        }
        for key in object.keys where !["name", "type", "default"].contains(key) {
            note("\(place).\(key): a field has no such member")
        }
        let inner = String(type.prefix { $0 != "*" && $0 != "[" })
        read(inner, inside: outer)
        if failed.contains(inner) { return nil }
        switch NativeTypeReader(structures: structures).type(type) {
        case .failure(let failure): note("\(place).type: \(failure.message)")
        case .success(.bytes), .success(.array):
            note("\(place).type: a field has a fixed size; \(type) has its length elsewhere")
        case .success(let type):
            if let value = object["default"], let failure = NativeTrial.failure(of: value, as: type) {
                note("\(place).default: \(failure)")
            }
            return (name, type, object["default"])
        }
        return nil
    }

    private mutating func note(_ problem: String) { problems.append(problem) }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 128
            && name.utf8.allSatisfy {
                $0 == 0x5F || $0 == 0x20 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0)
            }
    }

    /// Names that mean something else.
    private static let reserved: Set<String> = ["cstring", "bytes", "pointer", "chars", "void"]
}
