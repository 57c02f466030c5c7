import Glibc
import JSONTree

/// Reads what a function has left in memory. Whatever it points to is copied.
enum NativeReader {
    /// The value of a type at its place; NULL is `null`.
    static func read(
        _ type: NativeType, at memory: UnsafeRawPointer, _ place: () -> String
    ) throws(NativeFailure) -> JSON {
        switch type {
        case .scalar(let scalar): return try scalar.load(from: memory, place)
        case .text:
            guard let text = pointer(at: memory) else { return .null }
            return try Self.text(text, bytesMax: NativeLimits.bufferBytesMax, place)
        case .pointer(let target):
            guard let memory = pointer(at: memory) else { return .null }
            return try read(target, at: memory, place)
        case .structure(let structure):
            var object = JSONObject()
            object.reserveCapacity(structure.fields.count)
            for field in structure.fields {
                object[field.name] = try read(field.type, at: memory + field.offset) { "\(place()).\(field.name)" }
            }
            return .object(object)
        case .fixed(let element, let count): return try elements(element, count, at: memory, place)
        case .characters(let capacity):
            let end = strnlen(memory.assumingMemoryBound(to: CChar.self), capacity)
            return try string(UnsafeRawBufferPointer(start: memory, count: end), place)
        // A length stands elsewhere, where there is one at all.
        case .bytes, .array, .null: return .null
        }
    }

    /// Elements one after the other.
    static func elements(
        _ element: NativeType, _ count: Int, at memory: UnsafeRawPointer, _ place: () -> String
    ) throws(NativeFailure) -> JSON {
        var items: [JSON] = []
        items.reserveCapacity(count)
        for index in 0..<count {
            items.append(try read(element, at: memory + index * element.byteCount) { "\(place())[\(index)]" })
        }
        return .array(items)
    }

    /// Bytes in the encoding the manifest asks for.
    static func bytes(
        _ bytes: UnsafeRawBufferPointer, _ encoding: NativeEncoding, _ place: () -> String
    ) throws(NativeFailure) -> JSON {
        switch encoding {
        case .utf8: try string(bytes, place)
        case .base64: .string(NativeEncoding.encode(bytes))
        }
    }

    /// Text up to its NUL, which must come within a number of bytes.
    static func text(
        _ memory: UnsafeRawPointer, bytesMax: Int, _ place: () -> String
    ) throws(NativeFailure) -> JSON {
        let count = strnlen(memory.assumingMemoryBound(to: CChar.self), bytesMax + 1)
        guard count <= bytesMax else { throw .result("\(place()) has no NUL within \(bytesMax) bytes") }
        return try string(UnsafeRawBufferPointer(start: memory, count: count), place)
    }

    /// What a pointer points to.
    static func pointer(at memory: UnsafeRawPointer) -> UnsafeMutableRawPointer? {
        memory.loadUnaligned(as: UnsafeMutableRawPointer?.self)
    }

    private static func string(_ bytes: UnsafeRawBufferPointer, _ place: () -> String) throws(NativeFailure) -> JSON {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .result("\(place()) is not UTF-8; bytes take the type bytes and the encoding base64")
        }
        return .string(text)
    }
}
