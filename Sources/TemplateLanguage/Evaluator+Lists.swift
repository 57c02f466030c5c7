import JSONTree
import ResourceNames

extension Evaluator {
    /// `Fn::Select`.
    func select(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let pair = argument.arrayValue, pair.count == 2, let given = try value(of: pair[0]) else {
            throw .selectMisused
        }
        if Self.isOpen(given), isPartial { return try open("Fn::Select", argument) }
        guard let index = TemplateScalar.text(given).flatMap({ Int($0) }) else { throw .selectMisused }
        guard let list = try value(of: pair[1]) else { throw .selectMisused }
        guard let items = list.arrayValue else {
            guard Self.isOpen(list), isPartial else { throw .selectMisused }
            return ["Fn::Select": [.integer(Int64(index)), list]]
        }
        guard items.indices.contains(index) else {
            throw .function("Fn::Select cannot select nonexistent value at index \(index)")
        }
        return items[index]
    }

    /// `Fn::FindInMap`, with the default value of the language extensions.
    func mapped(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let parts = argument.arrayValue, parts.count == 3 || parts.count == 4 else {
            throw .mapMisused
        }
        var names: [String] = []
        for part in parts.prefix(3) {
            guard let name = try text(part, of: "Fn::FindInMap") else { return try open("Fn::FindInMap", argument) }
            names.append(name)
        }
        if let found = template.mappings[names[0]]?[names[1]]?[names[2]] { return found }
        if parts.count == 4, let fallback = parts[3]["DefaultValue"] { return try value(of: fallback) }
        guard template.mappings[names[0]] != nil else {
            throw .noMapping(names[0])
        }
        throw .function("Unable to get mapping for \(names.joined(separator: "::"))")
    }

    /// `Fn::ImportValue`.
    func imported(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let name = try text(argument, of: "Fn::ImportValue") else {
            throw .function(
                "the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs"
            )
        }
        guard let found = knowledge.export(name) else { throw TemplateError("No export named \(name) found.") }
        return .string(found)
    }

    /// `Fn::GetAZs`: three zones in every region.
    func zones(_ argument: JSON) throws(TemplateError) -> JSON? {
        let given = try text(argument, of: "Fn::GetAZs") ?? ""
        let region = given.isEmpty ? knowledge.pseudo.territory.region : given
        return .array(["a", "b", "c"].map { .string(region + $0) })
    }

    /// `Fn::Length`.
    func length(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let list = try value(of: argument) else { return 0 }
        guard let items = list.arrayValue else {
            guard Self.isOpen(list), isPartial else {
                throw .function("Fn::Length requires a list as its argument")
            }
            return ["Fn::Length": list]
        }
        return .integer(Int64(items.count))
    }

    /// `Fn::Cidr`.
    func blocks(_ argument: JSON) throws(TemplateError) -> JSON? {
        guard let parts = argument.arrayValue, parts.count == 2 || parts.count == 3 else {
            throw .function(
                "every Fn::Cidr object requires two or three parameters, (1) an address block, (2) how many, (3) bits of each"
            )
        }
        var texts: [String] = []
        for part in parts {
            guard let text = try text(part, of: "Fn::Cidr") else { return try open("Fn::Cidr", argument) }
            texts.append(text)
        }
        guard let count = Int(texts[1]), (1...256).contains(count), let bits = Int(texts.count == 3 ? texts[2] : "8"),
            let found = AddressBlocks.cut(texts[0], into: count, hostBits: bits)
        else {
            throw .function("Fn::Cidr cannot cut \(texts[0]) into \(texts[1]) blocks")
        }
        return .array(found.map { .string($0) })
    }
}
