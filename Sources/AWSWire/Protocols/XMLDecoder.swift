import JSONTree

/// Turns an XML element into the JSON of its shape.
struct XMLDecoder {
    /// Whose shapes are read.
    let model: ServiceModel
    /// It is a reply: services say words their models do not list yet.
    var takesUnknownWords = false

    /// The value of an element.
    ///
    /// - Throws: When something that must be there is not, or a text is not what its shape allows.
    func value(_ element: XMLElement, _ place: Int) throws(XMLReader.Failure) -> JSON {
        let shape = model.shapes[place]
        switch shape.kind {
        case .structure(let members): return try structure(element, members)
        case .list(let item, let name, _):
            var items: [JSON] = []
            for child in element.children where child.name == name { items.append(try value(child, item)) }
            return .array(items)
        case .map: throw XMLReader.Failure()
        case .string, .blob:
            guard takesUnknownWords || shape.values.isEmpty || shape.values.contains(element.text) else {
                throw XMLReader.Failure()
            }
            return .string(element.text)
        default:
            do {
                let text = element.text.split(whereSeparator: \.isWhitespace).joined()
                return try QueryDecoder.scalar(text, shape.kind)
            } catch {
                throw XMLReader.Failure()
            }
        }
    }

    private func structure(_ element: XMLElement, _ members: [Shape.Member]) throws(XMLReader.Failure) -> JSON {
        var pairs = JSONObject()
        for member in members {
            if case .list(let item, _, true) = model.shapes[member.shape].kind {
                var items: [JSON] = []
                for child in element.children where child.name == member.wireName {
                    items.append(try value(child, item))
                }
                if !items.isEmpty { pairs[member.name] = .array(items) }
            } else if let child = element.child(member.wireName) {
                pairs[member.name] = try value(child, member.shape)
            }
            if member.isRequired, pairs[member.name] == nil { throw XMLReader.Failure() }
        }
        return .object(pairs)
    }
}
