/// Reads the tables of shapes. One fact per line, words parted by single spaces:
///
///     service NAME PROTOCOL JSON-VERSION TARGET-PREFIX API-VERSION CHECK-STYLE       `-` stands for none
///     namespace URI
///     action NAME INPUT OUTPUT [METHOD STATUS PATH]
///     error NAME STATUS QUERY-CODE MESSAGE-MEMBER
///     structure NAME MEMBER…          a member: name[*]:SHAPE[=WIRE-NAME | @PLACE[:WIRE-NAME]], `*` for required
///     list NAME ELEMENT ELEMENT-NAME [flat]
///     map NAME KEY VALUE KEY-NAME VALUE-NAME [flat]
///     string|integer|… NAME
///
/// Every shape may end in `MIN..MAX`, `sensitive`, `enum A,B` and, last because it may hold spaces, `pattern REGEX`.
enum ModelReader {
    private typealias Word = Substring

    /// Reads a table.
    ///
    /// - Precondition: The table is well formed; it is part of this program.
    static func read(_ text: StaticString) -> ServiceModel {
        let lines = text.withUTF8Buffer { bytes in
            bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        }
        var head: [Word] = []
        var namespace = ""
        var actionLines: [[Word]] = []
        var errors: [String: ErrorShape] = [:]
        var shapeLines: [(words: [Word], pattern: String?)] = []
        for line in lines {
            var (rest, pattern): (Substring, String?) = (line[...], nil)
            if let cut = patternStart(in: line) {
                pattern = String(line[cut.after...])
                rest = line[..<cut.before]
            }
            let words = split(rest, at: UInt8(ascii: " "))
            switch words[0] {
            case "service": head = words
            case "namespace": namespace = String(words[1])
            case "action": actionLines.append(words)
            case "error":
                errors[String(words[1])] = ErrorShape(
                    status: Int(words[2]) ?? 400, queryCode: String(words[3]), messageName: String(words[4]))
            default: shapeLines.append((words, pattern))
            }
        }
        precondition(head.count == 7, "a table starts with its service")
        let places = Dictionary(uniqueKeysWithValues: shapeLines.enumerated().map { ($1.words[1], $0) })
        return ServiceModel(
            service: String(head[1]), wireProtocol: String(head[2]), jsonVersion: optional(head[3]),
            targetPrefix: optional(head[4]),
            version: String(head[5]), namespace: namespace,
            checkStyle: ServiceModel.CheckStyle(rawValue: String(head[6])) ?? .coral,
            shapes: shapeLines.map { shape($0.words, pattern: $0.pattern, places) },
            actions: actionLines.map { action($0, places) }, errors: errors)
    }

    private static func action(_ words: [Word], _ places: [Word: Int]) -> ActionShape {
        let isREST = words.count > 4
        let target = isREST ? split(words[6], at: UInt8(ascii: "?"), most: 1) : []
        return ActionShape(
            name: String(words[1]), input: places[words[2]], output: places[words[3]],
            method: isREST ? String(words[4]) : "POST",
            segments: isREST ? split(target[0], at: UInt8(ascii: "/")).filter { !$0.isEmpty }.map(segment) : [],
            query: target.count > 1 ? split(target[1], at: UInt8(ascii: "&")).map(parameter) : [],
            status: isREST ? Int(words[5]) ?? 200 : 200)
    }

    private static func parameter(_ word: Word) -> (name: String, value: String?) {
        let parts = split(word, at: UInt8(ascii: "="), most: 1)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
    }

    private static func segment(_ word: Word) -> PathSegment {
        guard word.hasPrefix("{") else { return .fixed(String(word)) }
        let label = word.dropFirst().dropLast()
        return label.hasSuffix("+") ? .rest(String(label.dropLast())) : .label(String(label))
    }

    private static func shape(_ words: [Word], pattern: String?, _ places: [Word: Int]) -> Shape {
        func place(_ word: Word) -> Int {
            guard let place = places[word] else { preconditionFailure("a table holds every shape it names") }
            return place
        }
        var (members, minimum, maximum, isSensitive, values): ([Shape.Member], Int?, Int?, Bool, [String]) = (
            [], nil, nil, false, []
        )
        var position = 2
        while position < words.count {
            let word = words[position]
            if word == "sensitive" {
                isSensitive = true
            } else if word == "enum" {
                position += 1
                values = split(words[position], at: UInt8(ascii: ",")).map { String($0) }
            } else if let dots = word.utf8.firstIndex(of: UInt8(ascii: ".")), !word.utf8.contains(UInt8(ascii: ":")) {
                minimum = Int(word[..<dots])
                maximum = Int(word[dots...].dropFirst(2))
            } else if words[0] == "structure", !word.isEmpty {
                members.append(member(word, place))
            }
            position += 1
        }
        let kind: Shape.Kind =
            switch words[0] {
            case "structure": .structure(members)
            case "list": .list(element: place(words[2]), elementName: String(words[3]), isFlat: words.contains("flat"))
            case "map":
                .map(
                    key: place(words[2]), value: place(words[3]), keyName: String(words[4]),
                    valueName: String(words[5]),
                    isFlat: words.contains("flat"))
            case "integer", "long": .integer
            case "float", "double": .fraction
            case "boolean": .boolean
            case "timestamp": .timestamp
            case "blob": .blob
            default: .string
            }
        return Shape(
            name: String(words[1]), kind: kind, minimum: minimum, maximum: maximum, isSensitive: isSensitive,
            values: values,
            pattern: pattern.map { TextPattern($0) })
    }

    private static func member(_ word: Word, _ place: (Word) -> Int) -> Shape.Member {
        let parts = split(word, at: UInt8(ascii: ":"), most: 1)
        let isRequired = parts[0].hasSuffix("*")
        let name = String(isRequired ? parts[0].dropLast() : parts[0])
        let named = split(parts[1], at: UInt8(ascii: "="), most: 1)
        let placed = split(named[0], at: UInt8(ascii: "@"), most: 1)
        var (location, wireName): (Shape.Place, String) = (.body, named.count > 1 ? String(named[1]) : name)
        if placed.count > 1 {
            let words = split(placed[1], at: UInt8(ascii: ":"), most: 1)
            location = self.location(words[0])
            if words.count > 1 { wireName = String(words[1]) }
        }
        return Shape.Member(
            name: name, wireName: wireName, checkedName: name.prefix(1).lowercased() + name.dropFirst(),
            shape: place(placed[0]),
            isRequired: isRequired, place: location)
    }

    private static func location(_ word: Word) -> Shape.Place {
        switch word {
        case "path": .path
        case "query": .query
        case "header": .header
        case "headers": .headers
        case "status": .status
        case "payload": .payload
        default: .body
        }
    }

    private static func optional(_ word: Word) -> String { word == "-" ? "" : String(word) }

    private static func split(_ text: Substring, at separator: UInt8, most: Int = .max) -> [Word] {
        text.utf8.split(separator: separator, maxSplits: most, omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// Where ` pattern ` starts and the expression after it.
    private static func patternStart(in line: String) -> (before: String.Index, after: String.Index)? {
        let mark = " pattern ".utf8
        var position = line.utf8.startIndex
        while let space = line.utf8[position...].firstIndex(of: UInt8(ascii: " ")) {
            if line.utf8[space...].starts(with: mark) { return (space, line.utf8.index(space, offsetBy: mark.count)) }
            position = line.utf8.index(after: space)
        }
        return nil
    }
}
