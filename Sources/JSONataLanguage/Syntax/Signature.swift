/// The types a function's arguments have: what stands between `<` and `>` behind its parameters.
///
/// Source: docs.jsonata.org, "Function signature syntax".
struct Signature: Sendable {
    /// One parameter.
    struct Parameter: Sendable {
        /// The letters of the types it takes.
        var types: [UInt8]
        /// Whether it is an array, which other values are made into.
        var isArray = false
        /// The types of an array's elements.
        var elements: [UInt8] = []
        /// Whether it may be missing.
        var isOptional = false
        /// Whether more than one argument may be given for it.
        var isRepeated = false
        /// Whether the context stands in for it when it is missing.
        var takesContext = false
    }

    /// The parameters, in order.
    let parameters: [Parameter]

    private static let any = Array("asnblfom".utf8)

    /// Reads a signature, brackets included.
    init(_ text: String) throws(SignatureProblem) {
        let letters = Array(text.utf8)
        var parameters: [Parameter] = []
        var position = 1
        while position < letters.count, letters[position] != UInt8(ascii: ":") {
            let letter = letters[position]
            switch letter {
            case UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "b"), UInt8(ascii: "l"), UInt8(ascii: "o"):
                parameters.append(Parameter(types: [letter, UInt8(ascii: "m")]))
            case UInt8(ascii: "a"): parameters.append(Parameter(types: Self.any, isArray: true))
            case UInt8(ascii: "f"): parameters.append(Parameter(types: [letter]))
            case UInt8(ascii: "j"): parameters.append(Parameter(types: Self.any.filter { $0 != UInt8(ascii: "f") }))
            case UInt8(ascii: "x"): parameters.append(Parameter(types: Self.any))
            case UInt8(ascii: "("):
                parameters.append(try Self.choice(letters, &position))
            case UInt8(ascii: "<"): try Self.readElements(letters, &position, of: &parameters)
            default: Self.mark(letter, &parameters)
            }
            position += 1
        }
        self.parameters = parameters
    }

    private static func mark(_ letter: UInt8, _ parameters: inout [Parameter]) {
        guard let last = parameters.indices.last else { return }
        switch letter {
        case UInt8(ascii: "-"):
            parameters[last].takesContext = true
            parameters[last].isOptional = true
        case UInt8(ascii: "?"): parameters[last].isOptional = true
        case UInt8(ascii: "+"): parameters[last].isRepeated = true
        default: break
        }
    }

    private static func choice(_ letters: [UInt8], _ position: inout Int) throws(SignatureProblem) -> Parameter {
        let start = position
        let end = closing(letters, from: start, UInt8(ascii: "("), UInt8(ascii: ")"))
        let types = Array(letters[min(start + 1, end)..<end])
        guard !types.contains(UInt8(ascii: "<")) else {
            throw SignatureProblem(code: "S0402", value: String(decoding: types, as: UTF8.self), offset: start)
        }
        position = end
        return Parameter(types: types + [UInt8(ascii: "m")])
    }

    private static func readElements(_ letters: [UInt8], _ position: inout Int, of parameters: inout [Parameter])
        throws(SignatureProblem)
    {
        let start = position
        guard let last = parameters.indices.last,
            parameters[last].isArray || parameters[last].types == [UInt8(ascii: "f")]
        else {
            let type = parameters.last.map { String(decoding: $0.types.prefix(1), as: UTF8.self) } ?? ""
            throw SignatureProblem(code: "S0401", value: type, offset: start)
        }
        let end = closing(letters, from: start, UInt8(ascii: "<"), UInt8(ascii: ">"))
        if parameters[last].isArray { parameters[last].elements = Array(letters[min(start + 1, end)..<end]) }
        position = end
    }

    /// Where the bracket that opens at a place is closed; the end if it is not.
    private static func closing(_ letters: [UInt8], from start: Int, _ open: UInt8, _ close: UInt8) -> Int {
        var depth = 0
        for position in start..<letters.count {
            if letters[position] == open { depth += 1 }
            if letters[position] == close {
                depth -= 1
                if depth == 0 { return position }
            }
        }
        return letters.count
    }
}
