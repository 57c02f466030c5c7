import JSONTree
import StatesLanguage

/// Items in the form in which an item reader finds them in its source.
enum ReaderData {
    /// The items, and the array `ItemsPointer` names when there is one.
    ///
    /// - Returns: `nil` when the data are not of the reader's input type.
    static func items(in text: String, of reader: ItemReader) -> (items: [JSON], pointed: JSON?)? {
        switch reader.inputType {
        case .csv: (rows(of: text, reader).map(JSON.object), nil)
        case .jsonLines: lines(of: text).map { ($0, nil) }
        default: document(text, reader.itemsPointer)
        }
    }

    private static func document(_ text: String, _ pointer: String?) -> (items: [JSON], pointed: JSON?)? {
        guard let document = value(text[...]) else { return nil }
        guard let pointer else { return members(of: document).map { ($0, nil) } }
        var found: JSON? = document
        for step in pointer.split(separator: "/") {
            let name = String(step.replacing("~1", with: "/").replacing("~0", with: "~"))
            found = found?[name] ?? Int(name).flatMap { found?[$0] }
        }
        guard let found else { return nil }
        return members(of: found).map { ($0, found) }
    }

    /// An array's elements; an object's members as `Key` and `Value`. Source: developer guide, "ItemReader".
    private static func members(of document: JSON) -> [JSON]? {
        switch document {
        case .array(let items): items
        case .object(let object): object.map { ["Key": .string($0.key), "Value": $0.value] }
        default: nil
        }
    }

    private static func lines(of text: String) -> [JSON]? {
        var items: [JSON] = []
        for line in text.split(whereSeparator: \.isNewline) {
            guard let item = value(line) else { return nil }
            items.append(item)
        }
        return items
    }

    /// A text that is no JSON is an answer here, not an accident.
    private static func value(_ text: Substring) -> JSON? { try? JSON.parse(Array(text.utf8)) }

    private static func rows(of text: String, _ reader: ItemReader) -> [JSONObject] {
        var rows = text.split(whereSeparator: \.isNewline).map { cells(of: $0, separator: separator(reader.delimiter)) }
        var headers = reader.headers ?? []
        if headers.isEmpty, !rows.isEmpty { headers = rows.removeFirst() }
        return rows.map { row in
            var object = JSONObject()
            for (index, header) in headers.enumerated() {
                object[header] = .string(index < row.count ? row[index] : "")
            }
            return object
        }
    }

    private static func separator(_ name: String) -> Character {
        switch name {
        case "PIPE": "|"
        case "SEMICOLON": ";"
        case "SPACE": " "
        case "TAB": "\t"
        default: ","
        }
    }

    /// A row's cells; a quote inside a quoted cell is written twice. Source: RFC 4180.
    private static func cells(of row: Substring, separator: Character) -> [String] {
        var cells = [""]
        var isQuoted = false
        var rest = row
        while let character = rest.popFirst() {
            if character == "\"" {
                if isQuoted, rest.first == "\"" {
                    rest.removeFirst()
                    cells[cells.count - 1].append(character)
                } else {
                    isQuoted.toggle()
                }
            } else if character == separator, !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
