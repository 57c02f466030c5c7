/// An element of an XML document, as far as AWS's documents need it: attributes, comments and name spaces are passed over.
struct XMLElement: Equatable {
    /// Its name without a prefix.
    let name: String
    /// The elements in it, in order.
    var children: [XMLElement] = []
    /// The text that stands directly in it, entities resolved.
    var text = ""

    /// The first child of a name.
    func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }
}
