import JSONTree

/// A reference path: one place in a JSON value, by names and indexes. `$.order.items[0]`, `$['unit price']`.
///
/// A subset of the paths of state machines. Of its own because workers do without `JSONPathLanguage`, which would have each of them load
/// libcrypto.
package struct NativePath: Sendable, Equatable {
    /// One step down.
    enum Step: Sendable, Equatable {
        case key(String)
        case index(Int)
    }
    /// As written.
    package let text: String
    let steps: [Step]

    /// `$`.
    static let whole = NativePath(text: "$", steps: [])

    private init(text: String, steps: [Step]) {
        self.text = text
        self.steps = steps
    }

    /// Reads a path; `nil` when it is none.
    package init?(_ text: String) {
        var rest = text.unicodeScalars[...]
        guard rest.popFirst() == "$" else { return nil }
        var steps: [Step] = []
        while let sign = rest.popFirst() {
            switch sign {
            case ".":
                let name = rest.prefix { !Self.signs.contains($0) && $0.value > 0x20 }
                guard !name.isEmpty else { return nil }
                rest = rest.dropFirst(name.count)
                steps.append(.key(String(name)))
            case "[":
                guard let step = Self.bracket(&rest) else { return nil }
                steps.append(step)
            default: return nil
            }
        }
        self.init(text: text, steps: steps)
    }

    /// The place of a result: a path of names, or a name alone.
    static func output(_ text: String) -> NativePath? {
        guard !text.isEmpty else { return nil }
        let path = text.hasPrefix("$") ? NativePath(text) : NativePath(text: "$.\(text)", steps: [.key(text)])
        return path.flatMap { path in
            path.steps.allSatisfy { if case .key = $0 { true } else { false } } ? path : nil
        }
    }

    /// The last name in it.
    var name: String? { if case .key(let name)? = steps.last { name } else { nil } }

    /// Whether one writes into what the other has written.
    func overlaps(_ other: NativePath) -> Bool { steps.starts(with: other.steps) || other.steps.starts(with: steps) }

    /// What stands there; `nil` when nothing does.
    package func read(from input: JSON) -> JSON? {
        var value = input
        for step in steps {
            switch step {
            case .key(let name):
                guard let next = value[name] else { return nil }
                value = next
            case .index(let index):
                guard let next = value[index] else { return nil }
                value = next
            }
        }
        return value
    }

    /// Puts a value there; objects on the way are made. Names only.
    func write(_ value: JSON, into root: inout JSON) { Self.write(value, steps[...], into: &root) }

    private static func write(_ value: JSON, _ steps: ArraySlice<Step>, into node: inout JSON) {
        guard case .key(let name)? = steps.first else {
            node = value
            return
        }
        var object = node.objectValue ?? JSONObject()
        var inner = object[name] ?? .emptyObject
        write(value, steps.dropFirst(), into: &inner)
        object[name] = inner
        node = .object(object)
    }

    private static func bracket(_ rest: inout Substring.UnicodeScalarView) -> Step? {
        guard let first = rest.first else { return nil }
        if first == "'" || first == "\"" {
            let name = rest.dropFirst().prefix { $0 != first && $0 != "\\" }
            rest = rest.dropFirst(name.count + 1)
            guard !name.isEmpty, rest.popFirst() == first, rest.popFirst() == "]" else { return nil }
            return .key(String(name))
        }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        rest = rest.dropFirst(digits.count)
        guard rest.popFirst() == "]", digits.count <= 9, let index = Int(String(digits)) else { return nil }
        return .index(index)
    }

    /// What a name after a dot cannot hold.
    private static let signs = Set("$.[]()'\"*?@,:&|!<>=\\".unicodeScalars)
}
