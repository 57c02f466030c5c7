import JSONTree

/// Finds the lines of many values in one walk through a text.
///
/// A value that is not there has the place of the nearest one around it.
struct ProblemPlaces {
    private struct Node {
        var children: [String: Int] = [:]
        var parent = 0
        var offset: Int?
    }

    private let text: [UInt8]
    private var position = 0
    /// A tree of the pointers' steps; the whole text is the first.
    private var nodes = [Node()]
    private var places: [Int: (line: Int, column: Int)] = [:]

    /// Walks through the text.
    ///
    /// - Parameters:
    ///   - pointers: Name the values that will be asked for.
    ///   - text: Has been read without failure.
    init(of pointers: some Sequence<String>, in text: [UInt8]) {
        self.text = text
        for pointer in pointers { add(pointer) }
        walk(0)
        countLines()
    }

    /// Line and column, from 1.
    func place(of pointer: String) -> (line: Int, column: Int) {
        var index = node(of: pointer)
        while nodes[index].offset == nil, index != 0 { index = nodes[index].parent }
        return nodes[index].offset.flatMap { places[$0] } ?? (1, 1)
    }

    private func node(of pointer: String) -> Int {
        var index = 0
        for step in Self.steps(of: pointer) { index = nodes[index].children[step] ?? index }
        return index
    }

    private mutating func add(_ pointer: String) {
        var index = 0
        for step in Self.steps(of: pointer) {
            if let next = nodes[index].children[step] {
                index = next
            } else {
                nodes.append(Node(parent: index))
                nodes[index].children[step] = nodes.count - 1
                index = nodes.count - 1
            }
        }
    }

    private static func steps(of pointer: String) -> [String] {
        pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst().map {
            unescaped(String(decoding: $0, as: UTF8.self))
        }
    }

    private static func unescaped(_ part: String) -> String {
        guard part.utf8.contains(UInt8(ascii: "~")) else { return part }
        let halves = part.split(separator: "~1", omittingEmptySubsequences: false)
        return halves.map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }.joined(
            separator: "/")
    }

    /// Goes over the value here; `node` is `nil` where nothing is looked for.
    private mutating func walk(_ node: Int?) {
        skipSpace()
        if let node { nodes[node].offset = position }
        switch byte {
        case UInt8(ascii: "{"): walkElements(node, until: UInt8(ascii: "}"))
        case UInt8(ascii: "["): walkElements(node, until: UInt8(ascii: "]"))
        case UInt8(ascii: "\""): skipString()
        default:
            while position < text.count, !",]}".utf8.contains(byte) { position += 1 }
        }
    }

    private mutating func walkElements(_ node: Int?, until end: UInt8) {
        let children = node.flatMap { nodes[$0].children.isEmpty ? nil : nodes[$0].children }
        let isObject = end == UInt8(ascii: "}")
        var index = 0
        position += 1
        skipSpace()
        while position < text.count, byte != end {
            var step: String?
            if isObject {
                let start = position
                skipString()
                if children != nil { step = key(text[start..<position]) }
                skipSpace()
                position += 1
            } else if children != nil {
                step = String(index)
            }
            walk(step.flatMap { children?[$0] })
            index += 1
            skipSpace()
            if byte == UInt8(ascii: ",") {
                position += 1
                skipSpace()
            }
        }
        position += 1
    }

    private func key(_ quoted: ArraySlice<UInt8>) -> String? {
        guard quoted.contains(UInt8(ascii: "\\")) else {
            return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        }
        // The text has been read before, so its strings can be read again.
        return (try? JSON.parse(Array(quoted)))?.stringValue
    }

    private var byte: UInt8 { position < text.count ? text[position] : 0 }

    private mutating func skipSpace() {
        while byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D { position += 1 }
    }

    private mutating func skipString() {
        position += 1
        while position < text.count, byte != UInt8(ascii: "\"") { position += byte == UInt8(ascii: "\\") ? 2 : 1 }
        position += 1
    }

    private mutating func countLines() {
        var line = 1
        var column = 1
        var at = 0
        for offset in Set(nodes.compactMap(\.offset)).sorted() {
            while at < offset {
                if text[at] == 0x0A { (line, column) = (line + 1, 0) }
                if text[at] & 0xC0 != 0x80 { column += 1 }
                at += 1
            }
            places[offset] = (line, column)
        }
    }
}
