import JSONTree

/// Writes JSON into memory as C has it. Memory beyond the value itself comes from the call's arena.
struct NativeWriter {
    /// Where texts and what pointers point to go.
    let arena: NativeArena

    /// Writes a value of a type at its place.
    func write(
        _ value: JSON, as type: NativeType, at memory: UnsafeMutableRawPointer, _ place: () -> String
    ) throws(NativeFailure) {
        switch type {
        case .scalar(let scalar): try scalar.store(value, at: memory, place)
        case .text: try point(memory, to: value.isNull ? nil : text(value, place))
        case .structure(let structure): try write(value, structure, at: memory, place)
        case .pointer(let target):
            guard !value.isNull else { return point(memory, to: nil) }
            let copy = arena.allocate(target.byteCount)
            try write(value, as: target, at: copy, place)
            point(memory, to: copy)
        case .array: point(memory, to: try elements(value, of: type, place).memory)
        case .fixed(let element, let count):
            guard let items = value.arrayValue else { throw value.mismatch(place(), "an array (\(type.name))") }
            guard items.count == count else {
                throw .input("\(place()) has \(items.count) elements, but must have \(count) (\(type.name))")
            }
            try write(items, element, at: memory, place)
        case .characters(let capacity): try write(value, capacity, at: memory, place)
        case .bytes: point(memory, to: try bytes(value, .base64, place).memory)
        case .null:
            guard value.isNull else { throw value.mismatch(place(), "null (pointer)") }
            point(memory, to: nil)
        }
    }

    /// An array's elements in memory, zeros behind the last: an array of texts ends as `argv` does.
    func elements(
        _ value: JSON, of type: NativeType, _ place: () -> String
    ) throws(NativeFailure) -> (memory: UnsafeMutableRawPointer, count: Int) {
        guard let items = value.arrayValue, case .array(let element) = type else {
            throw value.mismatch(place(), "an array (\(type.name))")
        }
        let memory = arena.allocate((items.count + 1) * element.byteCount)
        try write(items, element, at: memory, place)
        return (memory, items.count)
    }

    /// A string's bytes in memory, a NUL behind them.
    func bytes(
        _ value: JSON, _ encoding: NativeEncoding, _ place: () -> String
    ) throws(NativeFailure) -> (memory: UnsafeMutableRawPointer, count: Int) {
        guard let text = value.stringValue else { throw value.mismatch(place(), "a string (bytes)") }
        switch encoding {
        case .utf8: return (arena.text(text), text.utf8.count)
        case .base64:
            guard let bytes = NativeEncoding.decode(text) else {
                throw .input("\(place()) is not base64; bytes of another form take \"encoding\": \"utf8\"")
            }
            return (arena.bytes(bytes), bytes.count)
        }
    }

    /// A string as C has it.
    func text(_ value: JSON, _ place: () -> String) throws(NativeFailure) -> UnsafeMutableRawPointer {
        guard let text = value.stringValue else { throw value.mismatch(place(), "a string (cstring)") }
        try Self.refuseNUL(text, place)
        return arena.text(text)
    }

    private func write(
        _ value: JSON, _ structure: NativeStructure, at memory: UnsafeMutableRawPointer, _ place: () -> String
    ) throws(NativeFailure) {
        guard let object = value.objectValue else { throw value.mismatch(place(), "an object (\(structure.name))") }
        for field in structure.fields {
            guard let member = object[field.name] ?? field.defaultValue else {
                throw .input("\(place()).\(field.name) is missing: \(structure.name) has a \(field.type.name) there")
            }
            try write(member, as: field.type, at: memory + field.offset) { "\(place()).\(field.name)" }
        }
    }

    private func write(
        _ items: [JSON], _ element: NativeType, at memory: UnsafeMutableRawPointer, _ place: () -> String
    ) throws(NativeFailure) {
        let stride = element.byteCount
        for (index, item) in items.enumerated() {
            try write(item, as: element, at: memory + index * stride) { "\(place())[\(index)]" }
        }
    }

    private func write(
        _ value: JSON, _ capacity: Int, at memory: UnsafeMutableRawPointer, _ place: () -> String
    ) throws(NativeFailure) {
        guard var text = value.stringValue else { throw value.mismatch(place(), "a string (chars[\(capacity)])") }
        try Self.refuseNUL(text, place)
        guard text.utf8.count < capacity else {
            throw .input(
                "\(place()) has \(text.utf8.count) bytes, but chars[\(capacity)] holds \(capacity - 1) and a NUL")
        }
        text.withUTF8 { if let base = $0.baseAddress { memory.copyMemory(from: base, byteCount: $0.count) } }
        memory.storeBytes(of: 0, toByteOffset: text.utf8.count, as: UInt8.self)
    }

    private func point(_ memory: UnsafeMutableRawPointer, to target: UnsafeMutableRawPointer?) {
        memory.storeBytes(of: target, as: UnsafeMutableRawPointer?.self)
    }

    private static func refuseNUL(_ text: String, _ place: () -> String) throws(NativeFailure) {
        guard let position = text.utf8.firstIndex(of: 0) else { return }
        let offset = text.utf8.distance(from: text.utf8.startIndex, to: position)
        throw .input("\(place()) has a NUL at byte \(offset): a C string ends there")
    }
}
