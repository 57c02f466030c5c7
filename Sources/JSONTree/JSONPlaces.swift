/// Finds where values stand in a JSON text. Nothing is prepared: each question walks the text, as problems are few.
package struct JSONPlaces: Sendable {
    private let text: [UInt8]

    /// Takes a text that has been read without failure. Of any other text the answers mean nothing.
    package init(_ text: [UInt8]) { self.text = text }

    /// Where the value that a JSON pointer (RFC 6901) names starts: line and column counted from 1, the column in
    /// Unicode scalars, the byte offset from 0. `nil` when there is no such value. Of equal keys the last counts, as in
    /// the value that was read.
    package func place(of pointer: String) -> (line: Int, column: Int, offset: Int)? {
        guard let steps = Self.steps(of: pointer) else { return nil }
        return text.withUnsafeBufferPointer { buffer in
            var walk = TextWalk(text: buffer)
            walk.skipSpace()
            for step in steps {
                guard walk.enter(step) else { return nil }
            }
            guard walk.position < buffer.count else { return nil }
            let (line, column) = TextPlace.lineAndColumn(of: walk.position, in: buffer)
            return (line, column, walk.position)
        }
    }

    /// The pointer's parts, unescaped; `nil` when it is not a pointer.
    private static func steps(of pointer: String) -> [String]? {
        if pointer.isEmpty { return [] }
        guard pointer.utf8.first == 0x2F else { return nil }
        return pointer.utf8.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false).map { part in
            var step: [UInt8] = []
            var isEscape = false
            for byte in part {
                switch (isEscape, byte) {
                case (true, 0x30): step.append(0x7E)
                case (true, 0x31): step.append(0x2F)
                case (false, 0x7E): break
                default: step.append(byte)
                }
                isEscape = !isEscape && byte == 0x7E
            }
            return String(decoding: step, as: UTF8.self)
        }
    }
}

/// Walks over a valid JSON text without building its values.
private struct TextWalk {
    let text: UnsafeBufferPointer<UInt8>
    var position = 0

    private var byte: UInt8 { position < text.count ? text[position] : 0 }

    mutating func skipSpace() {
        while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Goes from the start of an array or object to the start of the element a pointer's step names.
    mutating func enter(_ step: String) -> Bool {
        switch byte {
        case 0x7B: enterObject(step)
        case 0x5B: enterArray(step)
        default: false
        }
    }

    private mutating func enterObject(_ step: String) -> Bool {
        var found: Int?
        position += 1
        skipSpace()
        while byte == 0x22 {
            let keyStart = position
            skipString()
            // In text that has been read this cannot fail; in any other the key is passed over.
            let key = try? JSON.parse(UnsafeBufferPointer(rebasing: text[keyStart..<position])).stringValue
            skipPunctuation()
            if key?.hasSameCodeUnits(as: step) == true { found = position }
            skipValue()
            skipPunctuation()
        }
        position = found ?? text.count
        return found != nil
    }

    private mutating func enterArray(_ step: String) -> Bool {
        guard let wanted = Int(step), wanted >= 0, String(wanted) == step else { return false }
        position += 1
        skipSpace()
        for _ in 0..<wanted {
            guard byte != 0x5D, byte != 0x7D, position < text.count else { return false }
            skipValue()
            skipPunctuation()
        }
        return byte != 0x5D && position < text.count
    }

    /// Past a comma or colon and the space around it.
    private mutating func skipPunctuation() {
        skipSpace()
        if byte == 0x2C || byte == 0x3A { position += 1 }
        skipSpace()
    }

    private mutating func skipString() {
        position += 1
        while position < text.count, byte != 0x22 { position += byte == 0x5C ? 2 : 1 }
        position = min(position + 1, text.count)
    }

    private mutating func skipValue() {
        var depth = 0
        while position < text.count {
            switch byte {
            case 0x22:
                skipString()
            case 0x7B, 0x5B:
                depth += 1
                position += 1
            case 0x7D, 0x5D:
                if depth == 0 { return }
                depth -= 1
                position += 1
            case 0x2C where depth == 0: return
            default: position += 1
            }
            if depth == 0, byte == 0x2C || byte == 0x7D || byte == 0x5D { return }
        }
    }
}
